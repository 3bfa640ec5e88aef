package org.graalvisor.harness.replay;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.graalvisor.harness.platform.Artifacts;
import org.graalvisor.harness.platform.GraalvisorNative;
import org.graalvisor.harness.platform.Platform;
import org.graalvisor.harness.platform.ProcessPlatform;
import org.graalvisor.harness.platform.SelectedLanguages;
import org.graalvisor.harness.platform.ServerRecipe;
import org.graalvisor.trace.manage.GraalvisorPolicy;
import org.graalvisor.trace.manage.OpenWhiskPolicy;
import org.graalvisor.trace.manage.PhotonsPolicy;

/** Which process runs the instances of which policy. */
public final class InstancePlatforms {
    /** The replay has its own, shorter limits; this one only ends connections that nobody waits for. */
    private static final long EXCHANGE_TIMEOUT_MS = 24L * 3_600_000;
    /** A JVM's heap also holds the proxy and the jar that it was sent. */
    private static final long PROXY_BYTES = 16L << 20;
    private static final String NO_DEADLINE = Long.toString(EXCHANGE_TIMEOUT_MS);

    private final ServerRecipe graalvisor;
    private final ServerRecipe photons;
    private final ServerRecipe openWhisk;

    /**
     * @param artifacts the native runtime and its functions
     * @param openWhisk the action proxy for Java
     */
    public InstancePlatforms(Artifacts artifacts, ServerRecipe openWhisk) {
        this.graalvisor = GraalvisorNative.javaOnly(artifacts);
        this.photons = GraalvisorNative.singleFunction(new SelectedLanguages(artifacts, Set.of()));
        this.openWhisk = openWhisk;
    }

    /**
     * Returns what an instance is.
     *
     * @param policy name of the policy
     * @param heapBytes heap that a function of its own needs; Graalvisor limits the isolate of each function itself
     */
    public Platform platform(String policy, long heapBytes) {
        return new ProcessPlatform(switch (policy) {
            case OpenWhiskPolicy.NAME -> new TunedServer(openWhisk, List.of(), Map.of("JDK_JAVA_OPTIONS", jvmOptions(
                    heapBytes)));
            case PhotonsPolicy.NAME -> new TunedServer(photons, List.of("--default-timeout-ms", NO_DEADLINE), Map.of());
            case GraalvisorPolicy.NAME -> new TunedServer(graalvisor, List.of("--default-timeout-ms", NO_DEADLINE),
                    Map.of());
            default -> throw new IllegalArgumentException("no platform runs instances of the policy " + policy);
        }, EXCHANGE_TIMEOUT_MS);
    }

    /** The collector that a JVM chooses in a container as small as those of functions, below 1792 MB. */
    private static String jvmOptions(long heapBytes) {
        return String.format(Locale.ROOT, "-XX:+UseSerialGC -Xmx%dk", (heapBytes + PROXY_BYTES) >> 10);
    }
}
