package org.graalvisor.harness.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.graalvisor.harness.process.SpawnRequest;

/** An HTTP server in a process of its own. */
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
    public PlatformSession start(StartRequest request) {
        try {
            Path scratch = Files.createTempDirectory("graalvisor-platform-");
            try {
                int port = freePort();
                ServerCommand server = recipe.command(scratch, port);
                return new ServerSession(recipe,
                        request.spawner().start(new SpawnRequest(server.command(), server.environment(),
                                request.stdout(), request.stderr(), request.cores())),
                        port, invocationTimeoutMs, scratch, request.stderr());
            } catch (IOException | RuntimeException failure) {
                ScratchDirectory.delete(scratch);
                throw failure;
            }
        } catch (IOException failure) {
            throw new SystemUnderTestException("cannot start " + name() + ": " + failure.getMessage(), failure);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
