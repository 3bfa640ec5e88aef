package org.graalvisor.runtime;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.graalvisor.isolate.FunctionLibrary;
import org.graalvisor.program.ScriptLanguage;
import org.graalvisor.runtime.openwhisk.ActionDialect;

/** Reads the command line. By hand: a library for it would take longer to start than the runtime. */
final class OptionParser {
    static final String HELP = """
            Usage: graalvisor-runtime [options]
              --host ADDRESS            IP address to listen on (127.0.0.1)
              --port PORT               port to listen on, 0 for any free one ($PORT, or else 8080)
              --max-threads N           most invocations that may run at once (2048)
              --idle-ttl-ms MS          how long an idle isolate is kept (10000)
              --trim-after-ms MS        give an idle isolate's garbage back to the system after so long, 0 never (1000)
              --default-timeout-ms MS   deadline of invocations that name none (60000)
              --max-body-bytes BYTES    longest body accepted (67108864)
              --linger-micros MICROS    busy-poll this long before sleeping (0)
              --grace-ms MS             what running invocations get at shutdown (5000)
              --cpu-limit MILLIS        processor limit of functions registered without cpuMillis
              --javascript-library FILE runs JavaScript functions, loaded when the first is registered
              --python-library FILE     runs Python functions, loaded when the first is registered
              --code-cache-sharing on|off
                                        let contexts of one script function share an isolate and its code (on)
              --contexts-per-isolate N  most contexts that share (4)
              --engine-option NAME=VALUE
                                        option of language engines, such as engine.TraceCompilation=true
              --take-turns on|off       let no more invocations of a function compute at once than there are
                                        processors (on)
              --single-function         accept one function at a time only, as Photons does
              --protocol graalvisor|openwhisk
                                        how it is spoken to: /register and /invoke, or /init and /run (graalvisor)
              --language java|javascript|python
                                        of the action, with --protocol openwhisk
              --action-memory-bytes N   memory budget of an activation, with --protocol openwhisk (268435456)
              --end-with-stdin          end when standard input ends
              --hosted                  runs on a JVM
              --help                    show this
            """;
    private static final List<String> VALUED = List.of("--host", "--port", "--max-threads", "--idle-ttl-ms",
            "--trim-after-ms", "--default-timeout-ms", "--max-body-bytes",
            "--linger-micros", "--grace-ms", "--cpu-limit", "--javascript-library", "--python-library",
            "--code-cache-sharing", "--contexts-per-isolate", "--take-turns", "--engine-option", "--protocol",
            "--language",
            "--action-memory-bytes");
    private static final List<String> SWITCHES = List.of("--single-function", "--end-with-stdin", "--hosted",
            "--help");
    /** Set by Knative and by most other platforms for containers. */
    private static final String PORT_VARIABLE = "PORT";
    private static final long DAY_MS = 24L * 3600 * 1000;

    private String host = "127.0.0.1";
    private int port = 8080;
    private int maxThreads = 2048;
    private long idleTtlMs = 10_000;
    private long trimAfterMs = 1_000;
    private long defaultTimeoutMs = 60_000;
    private long maxBodyBytes = 64L << 20;
    private long lingerMicros;
    private long graceMs = 5_000;
    private OptionalLong cpuLimit = OptionalLong.empty();
    private final Map<ScriptLanguage, Path> scriptLibraries = new EnumMap<>(ScriptLanguage.class);
    private boolean codeCacheSharing = true;
    private int contextsPerIsolate = 4;
    private boolean takeTurns = true;
    private final StringBuilder engineOptions = new StringBuilder();
    private boolean singleFunction;
    private boolean openWhisk;
    private Optional<ActionDialect> language = Optional.empty();
    /** What OpenWhisk gives an action that asks for nothing else. */
    private long actionMemoryBytes = 256L << 20;
    private boolean endWithStdin;
    private boolean hosted;
    private boolean help;

    private OptionParser() {}

    /**
     * @param environment where Knative says which port to listen on
     * @throws UsageException naming the flag, the value and what is allowed
     */
    static RuntimeOptions parse(String[] arguments, Map<String, String> environment) {
        OptionParser parser = new OptionParser();
        Optional.ofNullable(environment.get(PORT_VARIABLE)).filter(value -> !value.isEmpty()).ifPresent(
                value -> parser.port = (int) number("$" + PORT_VARIABLE, value, 0, 65_535));
        int i = 0;
        while (i < arguments.length) {
            String flag = arguments[i];
            int equals = flag.indexOf('=');
            String name = equals < 0 ? flag : flag.substring(0, equals);
            if (SWITCHES.contains(flag)) {
                parser.turnOn(flag);
            } else if (!VALUED.contains(name)) {
                throw new UsageException("Unknown option " + flag + "; did you mean " + nearest(name) + "? See --help");
            } else if (equals >= 0) {
                parser.set(name, flag.substring(equals + 1));
            } else if (i + 1 < arguments.length) {
                i++;
                parser.set(name, arguments[i]);
            } else {
                throw new UsageException("Option " + name + " needs a value. See --help");
            }
            i++;
        }
        if (parser.openWhisk == parser.language.isEmpty()) {
            throw new UsageException(parser.openWhisk
                    ? "Option --protocol openwhisk needs --language java, javascript or python: its runtimes have one each"
                    : "Option --language is for --protocol openwhisk; the runtime's own protocol names it at registration");
        }
        return new RuntimeOptions(parser.host, parser.port, parser.maxThreads, parser.idleTtlMs,
                parser.trimAfterMs, parser.defaultTimeoutMs, parser.maxBodyBytes,
                parser.lingerMicros, parser.graceMs, parser.cpuLimit, parser.scriptLibraries,
                parser.codeCacheSharing ? parser.contextsPerIsolate : 1, parser.engineOptions.toString(),
                parser.takeTurns,
                parser.singleFunction, parser.language, parser.actionMemoryBytes, parser.endWithStdin,
                parser.hosted,
                parser.help);
    }

    private void turnOn(String flag) {
        switch (flag) {
            case "--single-function" -> singleFunction = true;
            case "--end-with-stdin" -> endWithStdin = true;
            case "--hosted" -> hosted = true;
            default -> help = true;
        }
    }

    private void set(String name, String value) {
        switch (name) {
            case "--host" -> host = value;
            case "--port" -> port = (int) number(name, value, 0, 65_535);
            case "--max-threads" -> maxThreads = (int) number(name, value, 1, 100_000);
            case "--idle-ttl-ms" -> idleTtlMs = number(name, value, 1, 365 * DAY_MS);
            case "--trim-after-ms" -> trimAfterMs = number(name, value, 0, 365 * DAY_MS);
            case "--default-timeout-ms" -> defaultTimeoutMs = number(name, value, 1, 365 * DAY_MS);
            case "--max-body-bytes" -> maxBodyBytes = number(name, value, 1, Integer.MAX_VALUE - 64);
            case "--linger-micros" -> lingerMicros = number(name, value, 0, 1_000_000);
            case "--grace-ms" -> graceMs = number(name, value, 0, DAY_MS);
            case "--javascript-library" -> scriptLibraries.put(ScriptLanguage.JAVASCRIPT, Path.of(value));
            case "--python-library" -> scriptLibraries.put(ScriptLanguage.PYTHON, Path.of(value));
            case "--code-cache-sharing" -> codeCacheSharing = onOrOff(name, value);
            case "--take-turns" -> takeTurns = onOrOff(name, value);
            case "--contexts-per-isolate" -> contextsPerIsolate = (int) number(name, value, 1, 64);
            case "--engine-option" -> engineOptions.append(value).append('\n');
            case "--protocol" -> openWhisk = isOpenWhisk(value);
            case "--language" -> language = Optional.of(ActionDialect.find(value).orElseThrow(() -> new UsageException(
                    "Option --language must be java, javascript or python, got: " + value)));
            case "--action-memory-bytes" -> actionMemoryBytes = number(name, value, FunctionLibrary.MINIMUM_HEAP_BYTES,
                    1L << 40);
            default -> cpuLimit = OptionalLong.of(number(name, value, 1, 1_000_000));
        }
    }

    private static boolean isOpenWhisk(String value) {
        if (!value.equals("graalvisor") && !value.equals("openwhisk")) {
            throw new UsageException("Option --protocol must be graalvisor or openwhisk, got: " + value);
        }
        return value.equals("openwhisk");
    }

    private static boolean onOrOff(String name, String value) {
        if (!value.equals("on") && !value.equals("off")) {
            throw new UsageException("Option " + name + " must be on or off, got: " + value);
        }
        return value.equals("on");
    }

    private static long number(String name, String value, long min, long max) {
        try {
            long number = Long.parseLong(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new UsageException("Option " + name + " must be a whole number, got: " + value);
        }
        throw new UsageException("Option " + name + " must be from " + min + " to " + max + ", got: " + value);
    }

    private static String nearest(String name) {
        String best = "--help";
        int least = Integer.MAX_VALUE;
        for (List<String> flags : List.of(VALUED, SWITCHES)) {
            for (String flag : flags) {
                int distance = editDistance(name, flag);
                if (distance < least) {
                    least = distance;
                    best = flag;
                }
            }
        }
        return best;
    }

    /** Levenshtein's distance. */
    private static int editDistance(String first, String second) {
        int[] previous = new int[second.length() + 1];
        for (int j = 0; j < previous.length; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= first.length(); i++) {
            int[] current = new int[previous.length];
            current[0] = i;
            for (int j = 1; j < current.length; j++) {
                int change = first.charAt(i - 1) == second.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(previous[j - 1] + change, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[second.length()];
    }
}
