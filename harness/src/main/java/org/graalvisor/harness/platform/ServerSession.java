package org.graalvisor.harness.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import org.graalvisor.harness.http.DeadlineWatch;
import org.graalvisor.harness.http.HttpRequest;
import org.graalvisor.harness.process.ChildProcess;
import org.graalvisor.harness.process.ProcessIdentity;
import org.graalvisor.harness.process.ScratchDirectory;

/** A running HTTP server under test. */
final class ServerSession implements PlatformSession {
    private static final long READY_PERIOD_NS = 2_000_000;

    private final ServerRecipe recipe;
    private final ChildProcess process;
    private final int port;
    private final ScratchDirectory scratch;
    private final ServerLogs logs;
    private final DeadlineWatch watch = new DeadlineWatch();
    private final HttpEndpoint endpoint;

    ServerSession(ServerRecipe recipe, ChildProcess process, int port, long timeoutMs, ScratchDirectory scratch,
            ServerLogs logs) {
        this.recipe = recipe;
        this.process = process;
        this.port = port;
        this.scratch = scratch;
        this.logs = logs;
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
                    + " ms of its start: " + failure.getMessage() + logs.shownError(), failure);
        }
    }

    @Override
    public void awaitReady(Duration timeout) {
        long deadlineNs = process.startedNs() + timeout.toNanos();
        while (true) {
            try {
                endpoint.get("/health");
                return;
            } catch (IOException notReady) {
                failIfEnded();
                if (System.nanoTime() >= deadlineNs) {
                    throw new SystemUnderTestException(recipe.name() + " gave no reply within " + timeout.toMillis()
                            + " ms of its start: " + notReady.getMessage() + logs.shownError(), notReady);
                }
                LockSupport.parkNanos(READY_PERIOD_NS);
            }
        }
    }

    @Override
    public boolean isAlive() {
        return process.pollExit().isEmpty();
    }

    @Override
    public List<ProcessIdentity> roots() {
        return List.of(process.identity());
    }

    private void failIfEnded() {
        OptionalInt exitCode = process.pollExit();
        if (exitCode.isPresent()) {
            String message = recipe.name() + " ended on its own with exit code " + exitCode.getAsInt() + logs
                    .shownError();
            throw isPortTaken()
                    ? new PortTakenException("another process took port " + port + "; " + message)
                    : new SystemUnderTestException(message);
        }
    }

    private boolean isPortTaken() {
        try (ServerSocket socket = new ServerSocket()) {
            // Connections of the server that has ended may linger.
            socket.setReuseAddress(true);
            socket.bind(endpoint.address());
            return false;
        } catch (IOException taken) {
            return true;
        }
    }

    @Override
    public void register(FunctionUnderTest function) {
        try {
            recipe.register(endpoint, function);
        } catch (SystemUnderTestException refused) {
            // It may have been another server that refused.
            failIfEnded();
            throw refused;
        } catch (IOException failure) {
            failIfEnded();
            throw new SystemUnderTestException("cannot register " + function.workload() + " with " + recipe.name()
                    + ": " + failure.getMessage() + logs.shownError(), failure);
        }
    }

    @Override
    public Invoker openInvoker() {
        return new HttpInvoker(endpoint.connection(), invocation -> HttpRequest.post(endpoint.host(),
                recipe.invokeTarget(invocation.functionId()), "application/json", recipe.invokeBody(invocation
                        .argumentJson())));
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
            try {
                logs.keep();
            } finally {
                scratch.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot keep the logs of " + recipe.name() + " or delete " + scratch.path(),
                    failure);
        }
    }
}
