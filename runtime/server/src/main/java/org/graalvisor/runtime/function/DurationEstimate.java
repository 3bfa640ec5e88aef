package org.graalvisor.runtime.function;

/**
 * A running estimate of how long a function takes, most of the time: near the 84th percentile of its durations, since it
 * doubles at most when a duration is above and shrinks by an eighth when it is below (ln 8/7 : ln 2 is 16 : 84).
 *
 * <p>
 * An average will not do. When Linux lets another thread run for 4 ms during a call of 10 µs, an average takes the function
 * for slow, the runtime gives its calls to more threads, and these preempt each other even more.
 */
final class DurationEstimate {
    private static final int SHRINK = 8;
    /** The first durations correct a start value that is far too high at once. */
    private static final int FAR = 8;

    private DurationEstimate() {}

    static long next(long estimateNanos, long durationNanos) {
        if (durationNanos > estimateNanos) {
            return Math.min(durationNanos, 2 * Math.max(1, estimateNanos));
        }
        if (estimateNanos / FAR > durationNanos) {
            return durationNanos;
        }
        return Math.max(durationNanos, estimateNanos - estimateNanos / SHRINK);
    }
}
