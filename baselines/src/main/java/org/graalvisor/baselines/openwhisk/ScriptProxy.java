package org.graalvisor.baselines.openwhisk;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A proxy that is a script for an interpreter of this machine. The script is carried by this module. */
public final class ScriptProxy implements ActionProxy {
    private final String name;
    private final ActionLanguage language;
    private final String script;
    private final Optional<Path> interpreter;
    private final String missing;

    private ScriptProxy(String name, ActionLanguage language, String script, Optional<Path> interpreter,
            String missing) {
        this.name = name;
        this.language = language;
        this.script = script;
        this.interpreter = interpreter;
        this.missing = missing;
    }

    /**
     * The proxy for JavaScript on Node.js 18 or newer.
     *
     * @param searchPath where to look for {@code node}, in this order
     */
    public static ScriptProxy nodejs(List<Path> searchPath) {
        return new ScriptProxy("openwhisk-nodejs", ActionLanguage.JAVASCRIPT, "action-proxy.js",
                firstExecutable(searchPath.stream().map(directory -> directory.resolve("node"))),
                "no executable 'node' in " + searchPath + "; install Node.js 18 or newer");
    }

    /**
     * The proxy for Python on CPython 3.9 or newer.
     *
     * @param interpreter commonly /usr/bin/python3, which sees the distribution's python3-* packages
     */
    public static ScriptProxy python(Path interpreter) {
        return new ScriptProxy("openwhisk-python", ActionLanguage.PYTHON, "action_proxy.py",
                firstExecutable(Stream.of(interpreter)), interpreter
                        + " is no executable; install it (Debian: apt-get install python3)");
    }

    private static Optional<Path> firstExecutable(Stream<Path> candidates) {
        return candidates.filter(Files::isRegularFile).filter(Files::isExecutable).findFirst();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ActionLanguage language() {
        return language;
    }

    @Override
    public Optional<String> unavailable() {
        return interpreter.isPresent() ? Optional.empty() : Optional.of(missing);
    }

    @Override
    public List<String> command(Path scratch, List<String> options) throws IOException {
        Path found = interpreter.orElseThrow(() -> new FileNotFoundException("Cannot start " + name + ": " + missing));
        Path file = scratch.resolve(script);
        try (InputStream source = ScriptProxy.class.getResourceAsStream(script)) {
            if (source == null) {
                throw new FileNotFoundException("This build lacks the resource " + script);
            }
            Files.copy(source, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return Stream.concat(Stream.of(found.toString(), file.toString()), options.stream()).toList();
    }
}
