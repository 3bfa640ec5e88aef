package org.graalvisor.harness.runtime;

import java.util.List;
import org.graalvisor.harness.build.Images;
import org.graalvisor.hosted.HostedMain;
import org.junit.jupiter.api.Tag;

/** The same runtime on HotSpot. */
@Tag("native")
class HostedRuntimeTest extends RuntimeContract {

    @Override
    List<String> command(Images built) {
        return List.of(System.getProperty("java.home") + "/bin/java", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), HostedMain.class.getName());
    }
}
