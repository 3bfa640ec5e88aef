package org.graalvisor.script.helper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.graalvm.polyglot.Context;

/**
 * A program while it runs for guest code. It reads and writes files, so that neither side can block the other and the isolate
 * needs no further threads; between two looks at it the context is asked whether it was cancelled. Program and files
 * end with this object.
 */
final class BoundedRun implements AutoCloseable {
    /** How late a cancelled context ends its program at most. */
    private static final long LOOK_MS = 20;

    private final ProcessBuilder builder;
    private final Limits limits;
    private final LongSupplier nanoClock;
    private final Path directory;

    /**
     * @param builder of the program, with its environment
     * @param limits of the run
     * @param nanoClock as {@link System#nanoTime}
     * @throws IOException when there is no place for its files
     */
    BoundedRun(ProcessBuilder builder, Limits limits, LongSupplier nanoClock) throws IOException {
        this.builder = builder;
        this.limits = limits;
        this.nanoClock = nanoClock;
        this.directory = Files.createTempDirectory("graalvisor-run");
    }

    /**
     * Runs the program to its end.
     *
     * @param input it may read
     * @return exit status
     * @throws IOException when it cannot be started
     */
    int run(byte[] input) throws IOException {
        Files.write(inputFile(), input);
        Process process = builder.redirectInput(inputFile().toFile()).redirectOutput(outputFile().toFile())
                .redirectError(errorFile().toFile()).start();
        try {
            long startNs = nanoClock.getAsLong();
            while (!process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS)) {
                Context.getCurrent().safepoint();
                limits.check(Duration.ofNanos(nanoClock.getAsLong() - startNs), Files.size(outputFile()), Files.size(
                        errorFile()));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HelperException("interrupted while it ran");
        } finally {
            if (process.isAlive()) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
    }

    byte[] output() throws IOException {
        return read(outputFile());
    }

    byte[] error() throws IOException {
        return read(errorFile());
    }

    private byte[] read(Path file) throws IOException {
        limits.check(Duration.ZERO, Files.size(file), 0);
        return Files.readAllBytes(file);
    }

    private Path inputFile() {
        return directory.resolve("input");
    }

    private Path outputFile() {
        return directory.resolve("output");
    }

    private Path errorFile() {
        return directory.resolve("error");
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(inputFile());
        Files.deleteIfExists(outputFile());
        Files.deleteIfExists(errorFile());
        Files.delete(directory);
    }

    /**
     * What a program may use.
     *
     * @param time longest run
     * @param outputBytes longest standard output, and longest standard error
     */
    record Limits(Duration time, long outputBytes) {
        /** An invocation's own deadline and an isolate's budget usually end earlier. */
        static final Limits DEFAULT = new Limits(Duration.ofMinutes(10), 256L << 20);

        void check(Duration elapsed, long output, long error) {
            if (elapsed.compareTo(time) > 0) {
                throw new HelperException("ended after " + time.toSeconds() + " s, the longest a program may run");
            }
            if (output > outputBytes || error > outputBytes) {
                throw new HelperException("ended since it wrote more than " + outputBytes + " bytes");
            }
        }
    }
}
