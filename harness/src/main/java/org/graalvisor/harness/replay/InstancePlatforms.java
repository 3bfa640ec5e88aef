package org.graalvisor.harness.replay;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.graalvisor.harness.platform.Artifacts;
import org.graalvisor.harness.platform.GraalvisorNative;
import org.graalvisor.harness.platform.Platform;
import org.graalvisor.harness.platform.ProcessPlatform;
import org.graalvisor.harness.platform.SelectedLanguages;
import org.graalvisor.harness.platform.ServerRecipe;
import org.graalvisor.trace.manage.GraalvisorPolicy;
import org.graalvisor.trace.manage.OpenWhiskPolicy;
import org.graalvisor.trace.manage.PhotonsPolicy;
import org.graalvisor.trace.simulate.CostModel;

/** Which process runs the instances of which policy. */
public final class InstancePlatforms {
    /** The replay has its own, shorter limits; this one only ends connections that nobody waits for. */
    private static final long EXCHANGE_TIMEOUT_MS = 24L * 3_600_000;
    /** A JVM's heap also holds the proxy and the jar that it was sent. */
    private static final long PROXY_BYTES = 16L << 20;
    /** The paper's (section 3.4), and the runtime's default. */
    private static final long ISOLATE_IDLE_MS = 10_000;
    /** The runtime's default: after that an idle isolate holds little more than what its function keeps. */
    private static final long TRIM_AFTER_MS = 1_000;
    private static final List<String> RUNTIME_OPTIONS = List.of("--default-timeout-ms", Long.toString(
            EXCHANGE_TIMEOUT_MS), "--idle-ttl-ms", Long.toString(ISOLATE_IDLE_MS), "--trim-after-ms", Long.toString(
                    TRIM_AFTER_MS));

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
            case PhotonsPolicy.NAME -> new TunedServer(photons, RUNTIME_OPTIONS, Map.of());
            case GraalvisorPolicy.NAME -> new TunedServer(graalvisor, RUNTIME_OPTIONS, Map.of());
            default -> throw new IllegalArgumentException("no platform runs instances of the policy " + policy);
        }, EXCHANGE_TIMEOUT_MS);
    }

    /** Returns how long the instances of a policy keep the memory of an ended invocation, for the simulator's cost model. */
    public static long retainedUs(String policy) {
        return policy.equals(OpenWhiskPolicy.NAME)
                ? CostModel.UNTIL_STOPPED
                : TimeUnit.MILLISECONDS.toMicros(TRIM_AFTER_MS);
    }

    /** The collector that a JVM chooses in a container as small as those of functions, below 1792 MB. */
    private static String jvmOptions(long heapBytes) {
        return String.format(Locale.ROOT, "-XX:+UseSerialGC -Xmx%dk", (heapBytes + PROXY_BYTES) >> 10);
    }
}
