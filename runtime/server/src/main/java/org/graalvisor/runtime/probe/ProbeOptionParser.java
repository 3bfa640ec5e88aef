package org.graalvisor.runtime.probe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graalvisor.program.Grants;
import org.graalvisor.program.ScriptLanguage;
import org.graalvisor.program.ScriptProgram;

/** Reads the command line of {@code probe-isolates}. By hand, as the server's. */
final class ProbeOptionParser {
    static final String USAGE = """
            usage: probe-isolates --library FILE.so [--heap-bytes BYTES] [--arguments JSON|@FILE]
                     [--language javascript|python --program FILE --entry NAME --allow GRANTS --contexts N]
                     --count N | --scale-contexts N --requests N --sharing on|off""";
    private static final List<String> NAMES = List.of("--library", "--heap-bytes", "--arguments", "--language",
            "--program", "--entry", "--allow", "--contexts", "--count", "--scale-contexts", "--requests", "--sharing");
    private static final String DEFAULT_HEAP_BYTES = Long.toString(16L << 20);

    private final Map<String, String> values = new HashMap<>();

    private ProbeOptionParser() {}

    /**
     * Reads options and the files they name.
     *
     * @throws IllegalArgumentException naming the wrong option
     */
    static ProbeOptions parse(List<String> arguments) {
        ProbeOptionParser parser = new ProbeOptionParser();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException("unknown option " + name);
            }
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            parser.values.put(name, arguments.get(i + 1));
        }
        return parser.options();
    }

    private ProbeOptions options() {
        ProbeOptions.Plan plan = plan();
        return new ProbeOptions(Path.of(require("--library")), number("--heap-bytes", DEFAULT_HEAP_BYTES, 1),
                program(plan), text("--arguments", "{}").getBytes(StandardCharsets.UTF_8), plan);
    }

    private ProbeOptions.Plan plan() {
        if (values.containsKey("--count") == values.containsKey("--scale-contexts")) {
            throw new IllegalArgumentException("either --count or --scale-contexts is needed");
        }
        if (values.containsKey("--count")) {
            return new ProbeOptions.Count((int) number("--count", "", 0));
        }
        String sharing = require("--sharing");
        if (!sharing.equals("on") && !sharing.equals("off")) {
            throw new IllegalArgumentException("--sharing must be on or off, got: " + sharing);
        }
        return new ProbeOptions.ScaleContexts((int) number("--scale-contexts", "", 1), (int) number("--requests", "1",
                1), sharing.equals("on"));
    }

    private Optional<ScriptProgram> program(ProbeOptions.Plan plan) {
        if (!values.containsKey("--language")) {
            if (plan instanceof ProbeOptions.ScaleContexts) {
                throw new IllegalArgumentException(
                        "--scale-contexts needs a --language; a Java function has one context");
            }
            return Optional.empty();
        }
        String id = require("--language");
        ScriptLanguage language = ScriptLanguage.find(id).orElseThrow(() -> new IllegalArgumentException(
                "--language must be javascript or python, got: " + id));
        String grants = values.getOrDefault("--allow", "");
        Grants.parse(grants);
        int contexts = plan instanceof ProbeOptions.ScaleContexts scale && scale.sharing()
                ? scale.contexts()
                : (int) number("--contexts", "1", 1);
        return Optional.of(new ScriptProgram(language, "probe", require("--entry"), grants, contexts, "", file(require(
                "--program"))));
    }

    private String require(String name) {
        String value = values.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new IllegalArgumentException(name + " is needed");
        }
        return value;
    }

    private String text(String name, String otherwise) {
        String value = values.getOrDefault(name, otherwise);
        return value.startsWith("@") ? new String(file(value.substring(1)), StandardCharsets.UTF_8) : value;
    }

    private long number(String name, String otherwise, long least) {
        String value = values.getOrDefault(name, otherwise);
        try {
            long number = Long.parseLong(value);
            if (number >= least && (number <= Integer.MAX_VALUE || name.equals("--heap-bytes"))) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a whole number, got: " + value, e);
        }
        throw new IllegalArgumentException(name + " must be a whole number from " + least + ", got: " + value);
    }

    private static byte[] file(String path) {
        try {
            return Files.readAllBytes(Path.of(path));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + path + ": " + e, e);
        }
    }
}
