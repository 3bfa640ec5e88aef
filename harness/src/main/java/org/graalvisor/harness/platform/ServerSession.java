package org.graalvisor.harness.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.graalvisor.harness.http.DeadlineWatch;
import org.graalvisor.harness.http.HttpRequest;
import org.graalvisor.harness.process.ChildProcess;
import org.graalvisor.harness.process.ProcessIdentity;

/** A running HTTP server under test. */
final class ServerSession implements PlatformSession {
    private static final int SHOWN_LOG_CHARACTERS = 2_000;

    private final ServerRecipe recipe;
    private final ChildProcess process;
    private final Path scratch;
    private final Path stderr;
    private final DeadlineWatch watch = new DeadlineWatch();
    private final HttpEndpoint endpoint;

    ServerSession(ServerRecipe recipe, ChildProcess process, int port, long timeoutMs, Path scratch, Path stderr) {
        this.recipe = recipe;
        this.process = process;
        this.scratch = scratch;
        this.stderr = stderr;
        this.endpoint = new HttpEndpoint(port, timeoutMs, watch);
    }

    @Override
    public long startedNs() {
        return process.startedNs();
    }

    @Override
    public long awaitFirstReply(Duration timeout) {
        try {
            return new FirstReply(endpoint.address(), HttpRequest.get(endpoint.host(), "/health"))
                    .await(process.startedNs() + timeout.toNanos(), this::failIfEnded);
        } catch (IOException failure) {
            failIfEnded();
            throw new SystemUnderTestException(recipe.name() + " gave no reply within " + timeout.toMillis()
                    + " ms of its start: " + failure.getMessage() + shownLog(), failure);
        }
    }

    private void failIfEnded() {
        OptionalInt exitCode = process.pollExit();
        if (exitCode.isPresent()) {
            throw new SystemUnderTestException(recipe.name() + " ended on its own with exit code "
                    + exitCode.getAsInt() + shownLog());
        }
    }

    private String shownLog() {
        try {
            String log = Files.readString(stderr).strip();
            return "; its standard error (" + stderr + ") ends with: "
                    + log.substring(Math.max(0, log.length() - SHOWN_LOG_CHARACTERS));
        } catch (IOException unreadable) {
            return "; its standard error " + stderr + " cannot be read";
        }
    }

    @Override
    public void register(FunctionUnderTest function) {
        try {
            recipe.register(endpoint, function);
        } catch (IOException failure) {
            failIfEnded();
            throw new SystemUnderTestException("cannot register " + function.workload() + " with " + recipe.name()
                    + ": " + failure.getMessage() + shownLog(), failure);
        }
    }

    @Override
    public Invoker openInvoker() {
        return new HttpInvoker(endpoint.connection(), invocation -> HttpRequest.post(endpoint.host(),
                recipe.invokeTarget(invocation.functionId()), "application/json", invocation.argumentJson()));
    }

    @Override
    public List<ProcessIdentity> processes() {
        return process.tree();
    }

    @Override
    public void close() {
        watch.close();
        process.close();
        try {
            ScratchDirectory.delete(scratch);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot delete " + scratch, failure);
        }
    }
}
