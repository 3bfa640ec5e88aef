package org.graalvisor.harness.cli;

import java.util.function.Supplier;
import org.graalvisor.harness.build.Images;
import org.graalvisor.harness.load.StopSignal;
import org.graalvisor.harness.platform.Availability;
import org.graalvisor.toolchain.ToolchainException;

/** The command line without a Native Image builder, to be run as a process of its own. */
public final class UnbuiltMain {
    private static final String REASON = "none in tests";

    private UnbuiltMain() {}

    /** Runs one command. */
    public static void main(String[] arguments) {
        GraalvisorCommand.run(services(), arguments);
    }

    static Services services() {
        Supplier<Images> images = () -> {
            throw new ToolchainException(REASON);
        };
        return new Services(new UnbuiltArtifacts(), () -> new Availability.Unavailable(REASON), images,
                new StopSignal());
    }
}
