package org.graalvisor.harness.runtime;

import org.graalvisor.harness.platform.HostedRuntime;
import org.graalvisor.harness.platform.JavaInstallation;
import org.graalvisor.harness.platform.ServerCommand;

/** How script functions are run on HotSpot here. */
final class HostedScripts {
    /** Shorter than the default of a minute, for functions that never finish loading. */
    private static final String LOAD_TIMEOUT_MS = "15000";

    private HostedScripts() {}

    static ServerCommand command() {
        return HostedRuntime.command(JavaInstallation.ofThisProcess()).with("--default-timeout-ms", LOAD_TIMEOUT_MS);
    }
}
