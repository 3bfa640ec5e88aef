package org.graalvisor.harness.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graalvisor.harness.platform.Availability;
import org.graalvisor.harness.platform.FunctionUnderTest;
import org.graalvisor.harness.platform.HttpEndpoint;
import org.graalvisor.harness.platform.ServerCommand;
import org.graalvisor.harness.platform.ServerRecipe;

/**
 * A server with further options or environment.
 *
 * @param server which server
 * @param options further arguments
 * @param environment further environment
 */
record TunedServer(ServerRecipe server, List<String> options, Map<String, String> environment) implements ServerRecipe {

    TunedServer {
        options = List.copyOf(options);
        environment = Map.copyOf(environment);
    }

    @Override
    public String name() {
        return server.name();
    }

    @Override
    public Availability availability() {
        return server.availability();
    }

    @Override
    public boolean serves(String workload) {
        return server.serves(workload);
    }

    @Override
    public ServerCommand command(Path scratch, int port) throws IOException {
        ServerCommand plain = server.command(scratch, port).with(options.toArray(String[]::new));
        Map<String, String> merged = new HashMap<>(plain.environment());
        merged.putAll(environment);
        return new ServerCommand(plain.command(), merged);
    }

    @Override
    public void register(HttpEndpoint client, FunctionUnderTest function) throws IOException {
        server.register(client, function);
    }

    @Override
    public Optional<String> problem(String workload) {
        return server.problem(workload);
    }

    @Override
    public byte[] invokeBody(byte[] argumentJson) {
        return server.invokeBody(argumentJson);
    }

    @Override
    public boolean runsOneInvocationAtATime() {
        return server.runsOneInvocationAtATime();
    }

    @Override
    public boolean logsEachInvocation() {
        return server.logsEachInvocation();
    }

    @Override
    public String invokeTarget(String functionId) {
        return server.invokeTarget(functionId);
    }
}
