package org.graalvisor.trace.generate;

/** A distribution of whole numbers of which some points are published; between them the logarithm is uniform. */
public final class PublishedCdf {
    private final double[] values;
    private final double[] cumulative;

    /**
     * @param values ascending, the first at least 1
     * @param cumulative share of what is at most each value; ascending, the last is 1
     */
    public PublishedCdf(double[] values, double[] cumulative) {
        if (values.length != cumulative.length || values.length == 0 || cumulative[values.length - 1] != 1) {
            throw new IllegalArgumentException("a distribution needs as many values as shares, the last share 1");
        }
        this.values = values.clone();
        this.cumulative = cumulative.clone();
    }

    /**
     * Returns the quantile.
     *
     * @param probability from 0 to 1
     */
    public long quantile(double probability) {
        if (probability <= cumulative[0]) {
            return (long) values[0];
        }
        int i = 1;
        while (probability > cumulative[i]) {
            i++;
        }
        double share = (probability - cumulative[i - 1]) / (cumulative[i] - cumulative[i - 1]);
        double value = values[i - 1] * Math.pow(values[i] / values[i - 1], share);
        return (long) Math.min(values[i], Math.ceil(value));
    }

    /** Returns the share of what is at most a value. */
    public double shareUpTo(double value) {
        if (value < values[0]) {
            return 0;
        }
        for (int i = 1; i < values.length; i++) {
            if (value < values[i]) {
                double share = Math.log(value / values[i - 1]) / Math.log(values[i] / values[i - 1]);
                return cumulative[i - 1] + share * (cumulative[i] - cumulative[i - 1]);
            }
        }
        return 1;
    }

    /** Returns the mean, with values between published points taken as continuous. */
    public double mean() {
        double mean = values[0] * cumulative[0];
        for (int i = 1; i < values.length; i++) {
            mean += (cumulative[i] - cumulative[i - 1]) * logUniformMean(values[i - 1], values[i]);
        }
        return mean;
    }

    static double logUniformMean(double low, double high) {
        return (high - low) / Math.log(high / low);
    }
}
