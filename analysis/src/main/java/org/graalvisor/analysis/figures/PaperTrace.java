package org.graalvisor.analysis.figures;

import java.util.Map;
import java.util.OptionalDouble;

/** What the paper's authors measured over their trace segment: 10 minutes, a cap of 16 GB (Figs 9 and 10). */
final class PaperTrace {
    static final String OPENWHISK = "openwhisk";
    static final String PHOTONS = "photons";
    static final String GRAALVISOR = "graalvisor";

    private static final Map<String, Double> MEAN_RSS_MB = Map.of(OPENWHISK, 11_394.0, PHOTONS, 2_252.0, GRAALVISOR,
            1_990.0);
    private static final Map<String, Double> ACTIVE_INSTANCES = Map.of(OPENWHISK, 52.3, PHOTONS, 45.5, GRAALVISOR,
            41.7);
    /** Of the means per second, in milliseconds. */
    private static final Map<String, Double> P99_OF_SECONDS_MS = Map.of(OPENWHISK, 14_002.0, PHOTONS, 8_037.0,
            GRAALVISOR, 4_501.0);
    private static final Map<String, Double> MEDIAN_OF_SECONDS_MS = Map.of(OPENWHISK, 28.5, GRAALVISOR, 64.3);

    private PaperTrace() {}

    static OptionalDouble meanRssMb(String policy) {
        return of(MEAN_RSS_MB, policy);
    }

    static OptionalDouble activeInstances(String policy) {
        return of(ACTIVE_INSTANCES, policy);
    }

    /**
     * @param percent 50 or 99; nothing is known of others
     */
    static OptionalDouble percentileOfSecondsMs(String policy, double percent) {
        if (percent == 99) {
            return of(P99_OF_SECONDS_MS, policy);
        }
        return percent == 50 ? of(MEDIAN_OF_SECONDS_MS, policy) : OptionalDouble.empty();
    }

    /** How many times Graalvisor's number a policy's is, where both are known. */
    static OptionalDouble ratioToGraalvisor(OptionalDouble policy, OptionalDouble graalvisor) {
        return policy.isPresent() && graalvisor.isPresent()
                ? OptionalDouble.of(policy.getAsDouble() / graalvisor.getAsDouble())
                : OptionalDouble.empty();
    }

    private static OptionalDouble of(Map<String, Double> numbers, String policy) {
        return numbers.containsKey(policy) ? OptionalDouble.of(numbers.get(policy)) : OptionalDouble.empty();
    }
}
