package org.graalvisor.harness.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvisor.harness.load.LoadLimit;

/**
 * What one kind of platform is given to do.
 *
 * @param concurrency numbers of callers
 * @param warmUp end of the warm-up
 * @param measured end of the measured phase
 * @param cpuMillis thousandths of a core that each process may use; {@link #WHOLE_CORES}: no limit
 */
public record LoadShape(List<Integer> concurrency, LoadLimit warmUp, LoadLimit measured, int cpuMillis) {
    /** No limit but that of the cores the platform runs on. */
    public static final int WHOLE_CORES = 0;

    private static final long NS_PER_MS = 1_000_000;

    /** Copies the list. */
    public LoadShape {
        concurrency = List.copyOf(concurrency);
    }

    /** Returns the numbers by name, for the manifest. */
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("concurrency", concurrency);
        map.put("warmUpRequests", warmUp.requests());
        map.put("warmUpMs", warmUp.durationNs() / NS_PER_MS);
        map.put("measuredRequests", measured.requests());
        map.put("measuredMs", measured.durationNs() / NS_PER_MS);
        return map;
    }

    /** Returns the longest that warm-up and measured phase take together where no request is slow, in nanoseconds. */
    long durationNs() {
        return warmUp.durationNs() + measured.durationNs();
    }
}
