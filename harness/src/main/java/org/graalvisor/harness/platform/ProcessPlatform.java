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
        int processes = recipe.runsOneInvocationAtATime() ? request.instances() : 1;
        List<Integer> ports = freePorts(processes);
        if (processes == 1) {
            return startOne(request, ports.getFirst());
        }
        List<PlatformSession> started = new ArrayList<>();
        try {
            for (int port : ports) {
                started.add(startOne(request, port));
            }
            return new SessionGroup(started);
        } catch (SystemUnderTestException failure) {
            started.forEach(PlatformSession::close);
            throw failure;
        }
    }

    private PlatformSession startOne(StartRequest request, int port) {
        try {
            ScratchDirectory scratch = request.spawner().scratchDirectory();
            try {
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

    /**
     * All at once, so that they differ: a process that has not opened its port yet does not keep the system from naming it
     * again, and two processes of a group would be taken for one.
     */
    private List<Integer> freePorts(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException failure) {
            throw new SystemUnderTestException("cannot start " + name() + ": no free port: " + failure.getMessage(),
                    failure);
        } finally {
            sockets.forEach(ProcessPlatform::close);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException unimportant) {
            // Its port stays taken, and is not used.
        }
    }
}
