package org.graalvisor.trace.model;

import java.util.Arrays;

/** A distribution of which only some percentiles are known. */
public final class Percentiles {
    private final double[] ranks;
    private final double[] values;

    /**
     * @param ranks ascending, from 0 to 100
     * @param values value at each rank
     */
    public Percentiles(double[] ranks, double[] values) {
        if (ranks.length != values.length || ranks.length == 0) {
            throw new IllegalArgumentException(ranks.length + " ranks and " + values.length + " values");
        }
        this.ranks = ranks.clone();
        this.values = values.clone();
    }

    /** Returns how many percentiles are known. */
    public int size() {
        return values.length;
    }

    /** Returns the value of the n-th known percentile, from 0. */
    public double value(int n) {
        return values[n];
    }

    /** Tells whether no percentile is below a lower one. */
    public boolean isAscending() {
        for (int i = 1; i < values.length; i++) {
            if (values[i] < values[i - 1]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the quantile, linear between known percentiles, constant outside of them.
     *
     * @param probability from 0 to 1
     */
    public double quantile(double probability) {
        double rank = probability * 100;
        if (rank <= ranks[0]) {
            return values[0];
        }
        for (int i = 1; i < ranks.length; i++) {
            if (rank <= ranks[i]) {
                double share = (rank - ranks[i - 1]) / (ranks[i] - ranks[i - 1]);
                return values[i - 1] + share * (values[i] - values[i - 1]);
            }
        }
        return values[values.length - 1];
    }

    /**
     * Returns the mean of both, weighted.
     *
     * @param other percentiles of the same ranks
     * @param share weight of the other, from 0 to 1
     */
    public Percentiles mixedWith(Percentiles other, double share) {
        double[] mixed = new double[values.length];
        Arrays.setAll(mixed, i -> values[i] * (1 - share) + other.values[i] * share);
        return new Percentiles(ranks, mixed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Percentiles that && Arrays.equals(ranks, that.ranks)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(ranks) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
