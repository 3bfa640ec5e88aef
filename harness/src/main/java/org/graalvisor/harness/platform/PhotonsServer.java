package org.graalvisor.harness.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Photons (SoCC'20): concurrent invocations of one Java function in one JVM. */
public final class PhotonsServer implements ServerRecipe {
    private final JavaInstallation java;
    private final FunctionJars jars;

    /**
     * @param java virtual machine and class path with the baselines
     * @param jars code of functions
     */
    public PhotonsServer(JavaInstallation java, FunctionJars jars) {
        this.java = java;
        this.jars = jars;
    }

    @Override
    public String name() {
        return "photons";
    }

    @Override
    public Availability availability() {
        return new Availability.Available("Java " + Runtime.version());
    }

    /** Any Java function; those whose byte code cannot be rewritten are refused when they are registered. */
    @Override
    public boolean serves(String workload) {
        return WorkloadFiles.scriptLanguage(workload).isEmpty();
    }

    @Override
    public ServerCommand command(Path scratch, int port) {
        return new ServerCommand(List.of(java.launcher().toString(), "-Djava.io.tmpdir=" + scratch, "-cp", java
                .classPath(), "org.graalvisor.baselines.photons.PhotonsMain", "--port", Integer.toString(port)),
                Map.of());
    }

    @Override
    public void register(HttpEndpoint client, FunctionUnderTest function) throws IOException {
        GraalvisorProtocol.register(client, function, code -> jars.jar(code.workload()));
    }
}
