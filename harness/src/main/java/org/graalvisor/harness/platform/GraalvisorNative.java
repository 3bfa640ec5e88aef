package org.graalvisor.harness.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The Graalvisor runtime as native executable. */
public final class GraalvisorNative implements ServerRecipe {
    private final Artifacts artifacts;

    /**
     * @param artifacts executable and function libraries
     */
    public GraalvisorNative(Artifacts artifacts) {
        this.artifacts = artifacts;
    }

    @Override
    public String name() {
        return "graalvisor-native";
    }

    @Override
    public Availability availability() {
        return switch (artifacts.runtimeExecutable()) {
            case Artifact.Built built -> new Availability.Available(built.path().toString());
            case Artifact.Missing missing -> new Availability.Unavailable(missing.reason());
        };
    }

    @Override
    public boolean serves(String workload) {
        return artifacts.functionLibrary(workload) instanceof Artifact.Built;
    }

    @Override
    public ServerCommand command(Path scratch, int port) {
        return switch (artifacts.runtimeExecutable()) {
            case Artifact.Built built -> new ServerCommand(
                    List.of(built.path().toString(), "--port", Integer.toString(port), "--host", "127.0.0.1"),
                    Map.of());
            case Artifact.Missing missing -> throw new SystemUnderTestException(missing.reason());
        };
    }

    @Override
    public void register(HttpEndpoint client, FunctionUnderTest function) throws IOException {
        GraalvisorProtocol.register(client, function, artifacts.functionLibrary(function.workload()));
    }
}
