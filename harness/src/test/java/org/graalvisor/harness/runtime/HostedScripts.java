package org.graalvisor.harness.runtime;

import java.util.ArrayList;
import java.util.List;
import org.graalvisor.harness.platform.HostedRuntime;
import org.graalvisor.harness.platform.JavaInstallation;

/** How script functions are run on HotSpot here. */
final class HostedScripts {
    /** Shorter than the default of a minute, for functions that never finish loading. */
    private static final String LOAD_TIMEOUT_MS = "15000";

    private HostedScripts() {}

    static List<String> command() {
        List<String> words = new ArrayList<>(HostedRuntime.command(JavaInstallation.ofThisProcess()));
        words.addAll(List.of("--default-timeout-ms", LOAD_TIMEOUT_MS));
        return words;
    }
}
