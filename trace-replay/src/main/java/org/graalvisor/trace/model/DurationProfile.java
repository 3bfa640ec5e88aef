package org.graalvisor.trace.model;

/**
 * How long a function ran, in milliseconds without cold starts, over one or more days.
 *
 * @param averageMs mean over all invocations; zero or negative in a few dirty rows
 * @param count invocations it was computed from
 * @param minimumMs shortest
 * @param maximumMs longest
 * @param percentiles at {@link #ranks}
 */
public record DurationProfile(double averageMs, long count, double minimumMs, double maximumMs,
        Percentiles percentiles) {
    private static final double[] RANKS = {0, 1, 25, 50, 75, 99, 100};

    /** Returns the ranks of the percentiles. */
    public static double[] ranks() {
        return RANKS.clone();
    }

    /** Returns the profile of both together, weighted by count; percentiles are approximated by their weighted mean. */
    public DurationProfile mergedWith(DurationProfile other) {
        long total = count + other.count;
        double share = total <= 0 ? 0.5 : (double) other.count / total;
        return new DurationProfile(averageMs * (1 - share) + other.averageMs * share, total,
                Math.min(minimumMs, other.minimumMs), Math.max(maximumMs, other.maximumMs),
                percentiles.mixedWith(other.percentiles, share));
    }
}
