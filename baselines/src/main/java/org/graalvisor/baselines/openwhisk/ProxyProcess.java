package org.graalvisor.baselines.openwhisk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.graalvisor.baselines.scratch.ScratchDirectory;

/** A proxy that was started by this process, with its logs in files. Closing it ends the process and removes the files. */
public final class ProxyProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final long POLL_NS = 2_000_000;
    private static final String ANNOUNCEMENT = " listening on http://";

    private final Process process;
    private final ScratchDirectory scratch;
    private final Path stdout;
    private final Path stderr;
    private final int port;

    private ProxyProcess(Process process, ScratchDirectory scratch, Path stdout, Path stderr) throws IOException {
        this.process = process;
        this.scratch = scratch;
        this.stdout = stdout;
        this.stderr = stderr;
        this.port = awaitPort();
    }

    /**
     * Starts a proxy at a free port and waits until it listens.
     *
     * @param environment additional environment
     * @throws IOException when it cannot be started or does not listen within half a minute
     */
    public static ProxyProcess start(ActionProxy proxy, Map<String, String> environment) throws IOException {
        ScratchDirectory scratch = ScratchDirectory.create(proxy.name() + "-");
        try {
            Path stdout = Files.createFile(scratch.path().resolve("stdout.log"));
            Path stderr = Files.createFile(scratch.path().resolve("stderr.log"));
            ProcessBuilder builder = new ProcessBuilder(proxy.command(scratch.path(), List.of("--port", "0",
                    "--end-with-stdin")));
            builder.environment().put("TMPDIR", scratch.path().toString());
            builder.environment().putAll(environment);
            builder.redirectOutput(stdout.toFile()).redirectError(stderr.toFile());
            Process process = builder.start();
            try {
                return new ProxyProcess(process, scratch, stdout, stderr);
            } catch (IOException e) {
                process.destroyForcibly().onExit().join();
                throw e;
            }
        } catch (IOException e) {
            scratch.close();
            throw e;
        }
    }

    private int awaitPort() throws IOException {
        long deadlineNs = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() - deadlineNs < 0) {
            String output = read(stdout);
            int end = output.indexOf('\n');
            if (end >= 0 && output.contains(ANNOUNCEMENT)) {
                return Integer.parseInt(output.substring(output.lastIndexOf(':', end) + 1, end));
            }
            if (!process.isAlive()) {
                throw new IOException("the process ended with exit code " + process.exitValue() + ": " + read(stderr)
                        .strip());
            }
            LockSupport.parkNanos(POLL_NS);
        }
        throw new IOException("the process did not listen within " + START_LIMIT.toSeconds() + " s");
    }

    /** The port at 127.0.0.1. */
    public int port() {
        return port;
    }

    /** The process. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /**
     * What was written to standard output since it listens.
     *
     * @throws IOException when the log cannot be read
     */
    public String stdout() throws IOException {
        String output = read(stdout);
        return output.substring(output.indexOf('\n') + 1);
    }

    /**
     * What was written to standard error.
     *
     * @throws IOException when the log cannot be read
     */
    public String stderr() throws IOException {
        return read(stderr);
    }

    /** Not as a whole file of UTF-8: the last character may be half written. */
    private static String read(Path log) throws IOException {
        return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        scratch.close();
    }
}
