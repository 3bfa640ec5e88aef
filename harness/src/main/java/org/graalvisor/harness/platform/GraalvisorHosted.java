package org.graalvisor.harness.platform;

import java.io.IOException;
import java.nio.file.Path;

/** The same Graalvisor runtime on HotSpot, an ablation: what does compiling the runtime ahead of time buy? */
public final class GraalvisorHosted implements ServerRecipe {
    private final Artifacts artifacts;
    private final JavaInstallation java;

    /**
     * @param artifacts function libraries
     * @param java virtual machine and class path with the runtime
     */
    public GraalvisorHosted(Artifacts artifacts, JavaInstallation java) {
        this.artifacts = artifacts;
        this.java = java;
    }

    @Override
    public String name() {
        return "graalvisor-hosted";
    }

    @Override
    public Availability availability() {
        return switch (artifacts.functionLibrary("helloworld")) {
            case Artifact.Built built -> new Availability.Available("Java " + Runtime.version());
            case Artifact.Missing missing -> new Availability.Unavailable(missing.reason());
        };
    }

    @Override
    public boolean serves(String workload) {
        return WorkloadFiles.scriptLanguage(workload).isPresent()
                || artifacts.functionLibrary(workload) instanceof Artifact.Built;
    }

    @Override
    public ServerCommand command(Path scratch, int port) {
        return HostedRuntime.command(java).with("--port", Integer.toString(port), "--host", "127.0.0.1");
    }

    @Override
    public void register(HttpEndpoint client, FunctionUnderTest function) throws IOException {
        GraalvisorProtocol.register(client, function, artifacts);
    }
}
