package org.graalvisor.harness.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs short commands, such as {@code gcc --version}, outside of any measurement. */
final class CommandOutput {
    private static final long TIMEOUT_S = 20;

    private CommandOutput() {}

    /**
     * Runs a command in a directory.
     *
     * @return standard output and error together, or nothing when it could not be run, failed, or took too long
     */
    static Optional<String> of(Path directory, List<String> command) {
        try {
            Path output = Files.createTempFile("graalvisor-command-", ".txt");
            try {
                return run(directory, command, output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException cannotRun) {
            return Optional.empty();
        }
    }

    private static Optional<String> run(Path directory, List<String> command, Path output) throws IOException {
        Process process = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile()).start();
        try {
            boolean ended = process.waitFor(TIMEOUT_S, TimeUnit.SECONDS);
            return ended && process.exitValue() == 0
                    ? Optional.of(Files.readString(output, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (InterruptedException request) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }
}
