package org.graalvisor.trace.model;

/**
 * How much memory an application had allocated, in MB, over one or more days.
 *
 * @param sampleCount samples it was computed from
 * @param averageMb mean; zero or negative in a few dirty rows
 * @param percentiles at {@link #ranks}
 */
public record MemoryProfile(long sampleCount, double averageMb, Percentiles percentiles) {
    private static final double[] RANKS = {1, 5, 25, 50, 75, 95, 99, 100};

    /** Returns the ranks of the percentiles. */
    public static double[] ranks() {
        return RANKS.clone();
    }

    /** Returns the profile of both together, weighted by samples; percentiles are approximated by their weighted mean. */
    public MemoryProfile mergedWith(MemoryProfile other) {
        long total = sampleCount + other.sampleCount;
        double share = total <= 0 ? 0.5 : (double) other.sampleCount / total;
        return new MemoryProfile(total, averageMb * (1 - share) + other.averageMb * share,
                percentiles.mixedWith(other.percentiles, share));
    }
}
