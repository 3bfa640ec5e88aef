package org.graalvisor.trace.inspect;

import java.util.Arrays;

/** Sorted values, for percentiles and for comparing two samples. */
public final class Distribution {
    private final double[] sorted;

    private Distribution(double[] sorted) {
        this.sorted = sorted;
    }

    /**
     * Takes a sample.
     *
     * @param values in any order
     */
    public static Distribution of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Distribution(sorted);
    }

    /** Returns how many values there are. */
    public int size() {
        return sorted.length;
    }

    /**
     * Returns a percentile: the smallest value that at least this share of the values does not exceed.
     *
     * @param percentile from 0 to 100
     * @return 0 without values
     */
    public double percentile(double percentile) {
        if (sorted.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(percentile / 100 * sorted.length);
        return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
    }

    /** Returns the mean; 0 without values. */
    public double mean() {
        return Arrays.stream(sorted).average().orElse(0);
    }

    /** Returns the share of values that are at most a value. */
    public double shareUpTo(double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return sorted.length == 0 ? 0 : (double) low / sorted.length;
    }

    /** Returns the Kolmogorov–Smirnov distance to another sample: the largest difference of shares, from 0 to 1. */
    public double kolmogorovSmirnov(Distribution other) {
        double largest = 0;
        for (double value : sorted) {
            largest = Math.max(largest, Math.abs(shareUpTo(value) - other.shareUpTo(value)));
        }
        for (double value : other.sorted) {
            largest = Math.max(largest, Math.abs(shareUpTo(value) - other.shareUpTo(value)));
        }
        return largest;
    }

    /**
     * Returns the Wasserstein-1 distance to another sample: how far, on average, values have to be moved to make one the
     * other; in the unit of the values.
     */
    public double wasserstein(Distribution other) {
        if (sorted.length == 0 || other.sorted.length == 0) {
            return sorted.length == other.sorted.length ? 0 : Double.POSITIVE_INFINITY;
        }
        double distance = 0;
        double covered = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < sorted.length && theirs < other.sorted.length) {
            double myEnd = (mine + 1.0) / sorted.length;
            double theirEnd = (theirs + 1.0) / other.sorted.length;
            double end = Math.min(myEnd, theirEnd);
            distance += (end - covered) * Math.abs(sorted[mine] - other.sorted[theirs]);
            covered = end;
            mine += myEnd <= end ? 1 : 0;
            theirs += theirEnd <= end ? 1 : 0;
        }
        return distance;
    }
}
