package org.graalvisor.harness.runtime;

import java.util.List;
import java.util.Map;
import org.graalvisor.harness.build.Images;
import org.graalvisor.harness.platform.ServerCommand;
import org.graalvisor.hosted.HostedMain;
import org.junit.jupiter.api.Tag;

/** The same runtime on HotSpot. */
@Tag("native")
class HostedRuntimeTest extends RuntimeContract {

    @Override
    ServerCommand command(Images built) {
        return new ServerCommand(List.of(System.getProperty("java.home") + "/bin/java",
                "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), HostedMain.class.getName()), Map.of());
    }
}
