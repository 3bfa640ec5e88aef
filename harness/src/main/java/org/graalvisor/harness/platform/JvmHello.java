package org.graalvisor.harness.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A plain hello server on HotSpot, the least a JVM per function can cost. */
public final class JvmHello implements ServerRecipe {
    private final JavaInstallation java;

    /**
     * @param java virtual machine and class path with the baselines
     */
    public JvmHello(JavaInstallation java) {
        this.java = java;
    }

    @Override
    public String name() {
        return "jvm-hello";
    }

    @Override
    public Availability availability() {
        return new Availability.Available("Java " + Runtime.version());
    }

    @Override
    public boolean serves(String workload) {
        return workload.equals("helloworld");
    }

    @Override
    public ServerCommand command(Path scratch, int port) {
        return new ServerCommand(List.of(java.launcher().toString(), "-cp", java.classPath(),
                "org.graalvisor.baselines.jvm.HelloServerMain", Integer.toString(port)), Map.of());
    }

    @Override
    public void register(HttpEndpoint client, FunctionUnderTest function) {
        if (!serves(function.workload())) {
            throw new SystemUnderTestException(name() + " serves helloworld only, not " + function.workload());
        }
    }
}
