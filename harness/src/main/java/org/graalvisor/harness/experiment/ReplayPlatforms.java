package org.graalvisor.harness.experiment;

import com.fasterxml.jackson.core.JsonFactory;
import java.util.List;
import org.graalvisor.harness.platform.Artifacts;
import org.graalvisor.harness.platform.ClassPathJars;
import org.graalvisor.harness.platform.JavaInstallation;
import org.graalvisor.harness.platform.openwhisk.OpenWhiskServer;
import org.graalvisor.harness.replay.InstancePlatforms;
import org.graalvisor.workloads.java.HelloWorld;

/** Puts together what instances of a replay are. */
final class ReplayPlatforms {
    private ReplayPlatforms() {}

    static InstancePlatforms of(Artifacts artifacts) {
        return new InstancePlatforms(artifacts, OpenWhiskServer.java(JavaInstallation.ofThisProcess(),
                new ClassPathJars(List.of(HelloWorld.class, JsonFactory.class))));
    }
}
