package org.graalvisor.workloads.catalogue.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** An interpreter of the machine, which runs a function once. */
final class PlainInterpreter {
    private static final int TIMEOUT_SECONDS = 120;

    private final List<String> command;
    private final String caller;

    private PlainInterpreter(List<String> command, String caller) {
        this.command = command;
        this.caller = caller;
    }

    static Optional<PlainInterpreter> node() {
        return Arrays.stream(System.getenv("PATH").split(":", -1)).map(directory -> Path.of(directory, "node")).filter(
                Files::isExecutable).findFirst().map(node -> new PlainInterpreter(List.of(node.toString(), "-e"),
                        "Promise.resolve(require(process.argv[1]).main(process.argv[2])).then(r => process.stdout.write(r))"));
    }

    static Optional<PlainInterpreter> python() {
        Path python = Path.of("/usr/bin/python3");
        return Files.isExecutable(python)
                ? Optional.of(new PlainInterpreter(List.of(python.toString(), "-c"),
                        "import runpy, sys; print(runpy.run_path(sys.argv[1])['main'](sys.argv[2]))"))
                : Optional.empty();
    }

    boolean canRun(String code) throws IOException, InterruptedException {
        Process process = start(code, List.of());
        process.getInputStream().readAllBytes();
        return process.waitFor() == 0;
    }

    String invoke(Path main, String argumentsJson) throws IOException, InterruptedException {
        Process process = start(caller, List.of(main.toString(), argumentsJson));
        try {
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(command + " failed: " + output);
            }
            return output;
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(String code, List<String> arguments) throws IOException {
        List<String> all = new ArrayList<>(command);
        all.add(code);
        all.addAll(arguments);
        return new ProcessBuilder(all).redirectErrorStream(true).start();
    }
}
