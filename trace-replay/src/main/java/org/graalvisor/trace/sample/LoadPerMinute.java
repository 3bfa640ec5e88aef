package org.graalvisor.trace.sample;

import java.util.Arrays;
import java.util.List;
import org.graalvisor.trace.inspect.Distribution;
import org.graalvisor.trace.model.AzureTrace;
import org.graalvisor.trace.model.MinuteCounts;
import org.graalvisor.trace.model.TraceFunction;

/**
 * Load of some functions, per minute and per function, so that samples of different sizes can be compared.
 *
 * @param invocations invocations per minute and function
 * @param megabyteSeconds memory times duration of what begins in a minute, per function
 */
record LoadPerMinute(Distribution invocations, Distribution megabyteSeconds) {
    private static final double MS_PER_SECOND = 1000;

    static LoadPerMinute of(AzureTrace trace, List<TraceFunction> functions) {
        double[] invocations = new double[trace.minutes()];
        double[] resources = new double[trace.minutes()];
        for (TraceFunction function : functions) {
            double cost = function.usableAverageMs().orElse(0.0) / MS_PER_SECOND
                    * trace.usableMemoryMb(function).orElse(0.0);
            MinuteCounts counts = function.invocations();
            for (int entry = 0; entry < counts.size(); entry++) {
                invocations[counts.minute(entry)] += counts.count(entry);
                resources[counts.minute(entry)] += counts.count(entry) * cost;
            }
        }
        return new LoadPerMinute(perFunction(invocations, functions.size()), perFunction(resources, functions.size()));
    }

    private static Distribution perFunction(double[] perMinute, int functions) {
        return Distribution.of(Arrays.stream(perMinute).map(value -> value / Math.max(1, functions)).toArray());
    }

    /** Returns the Wasserstein distances of both loads, each relative to the whole's mean, added up. */
    double distanceTo(LoadPerMinute whole) {
        return relative(invocations, whole.invocations) + relative(megabyteSeconds, whole.megabyteSeconds);
    }

    private static double relative(Distribution part, Distribution whole) {
        double mean = whole.mean();
        return mean == 0 ? part.mean() : part.wasserstein(whole) / mean;
    }
}
