package org.graalvisor.harness.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graalvisor.harness.process.ChildProcess;
import org.graalvisor.harness.process.ScratchDirectory;
import org.graalvisor.harness.process.SpawnRequest;

/** An HTTP server in a process of its own, or one process for each invocation that has to run at once. */
public final class ProcessPlatform implements Platform {
    private final ServerRecipe recipe;
    private final long invocationTimeoutMs;

    /**
     * @param recipe which server
     * @param invocationTimeoutMs longest wait for any reply
     */
    public ProcessPlatform(ServerRecipe recipe, long invocationTimeoutMs) {
        this.recipe = recipe;
        this.invocationTimeoutMs = invocationTimeoutMs;
    }

    @Override
    public String name() {
        return recipe.name();
    }

    @Override
    public Availability availability() {
        return recipe.availability();
    }

    @Override
    public boolean serves(String workload) {
        return recipe.serves(workload);
    }

    @Override
    public Optional<String> problem(String workload) {
        return recipe.problem(workload);
    }

    @Override
    public PlatformSession start(StartRequest request) {
        if (!recipe.runsOneInvocationAtATime() || request.instances() == 1) {
            return startOne(request);
        }
        List<PlatformSession> started = new ArrayList<>();
        try {
            for (int instance = 0; instance < request.instances(); instance++) {
                started.add(startOne(request));
            }
            return new SessionGroup(started);
        } catch (SystemUnderTestException failure) {
            started.forEach(PlatformSession::close);
            throw failure;
        }
    }

    private PlatformSession startOne(StartRequest request) {
        try {
            ScratchDirectory scratch = request.spawner().scratchDirectory();
            try {
                int port = freePort();
                ServerLogs logs = recipe.logsEachInvocation()
                        ? ServerLogs.keepingTheirEnds(scratch.path(), request)
                        : ServerLogs.keepingAll(request);
                ChildProcess process = spawn(request, recipe.command(scratch.path(), port), logs);
                return new ServerSession(recipe, process, port, invocationTimeoutMs, scratch, logs);
            } catch (IOException | RuntimeException failure) {
                scratch.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new SystemUnderTestException("cannot start " + name() + ": " + failure.getMessage(), failure);
        }
    }

    private static ChildProcess spawn(StartRequest request, ServerCommand server, ServerLogs logs) throws IOException {
        ChildProcess process = request.spawner().start(new SpawnRequest(server.command(), server.environment(), logs
                .stdout(), logs.stderr(), request.cores()));
        try {
            if (request.quota().isPresent()) {
                request.quota().get().add(process.identity());
            }
            return process;
        } catch (IOException failure) {
            process.close();
            throw failure;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
