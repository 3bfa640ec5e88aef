package org.graalvisor.analysis.statistics;

/**
 * A 95 % interval.
 *
 * @param low lower end
 * @param high upper end, at least {@code low}
 */
public record Interval(double low, double high) {

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("Interval from " + low + " to " + high + " is upside down");
        }
    }

    /** The same interval in another unit. */
    public Interval scaled(double factor) {
        return factor >= 0 ? new Interval(low * factor, high * factor) : new Interval(high * factor, low * factor);
    }
}
