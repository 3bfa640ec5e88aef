package org.graalvisor.analysis.statistics;

import java.util.Arrays;

/** Summaries of a non-empty series of numbers. */
public final class Samples {
    private Samples() {}

    /** The middle value; of an even number of values the mean of both middle ones. */
    public static double median(double... values) {
        double[] sorted = requireAny(values).clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2;
    }

    /** The arithmetic mean. */
    public static double arithmeticMean(double... values) {
        return Arrays.stream(requireAny(values)).sum() / values.length;
    }

    /** The geometric mean of values that are all above 0. */
    public static double geometricMean(double... values) {
        double sumOfLogarithms = 0;
        for (double value : requireAny(values)) {
            if (!(value > 0)) {
                throw new IllegalArgumentException("A geometric mean needs values above 0, found " + value);
            }
            sumOfLogarithms += Math.log(value);
        }
        return Math.exp(sumOfLogarithms / values.length);
    }

    private static double[] requireAny(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("A summary of no values does not exist");
        }
        return values;
    }
}
