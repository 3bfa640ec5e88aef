package org.graalvisor.harness.experiment;

import org.graalvisor.harness.platform.Artifacts;
import org.graalvisor.harness.platform.CatalogueJars;
import org.graalvisor.harness.platform.JavaInstallation;
import org.graalvisor.harness.platform.openwhisk.OpenWhiskServer;
import org.graalvisor.harness.replay.InstancePlatforms;

/** Puts together what instances of a replay are. */
final class ReplayPlatforms {
    private ReplayPlatforms() {}

    static InstancePlatforms of(Artifacts artifacts) {
        return new InstancePlatforms(artifacts, OpenWhiskServer.java(JavaInstallation.ofThisProcess(),
                new CatalogueJars()));
    }
}
