package org.graalvisor.analysis.statistics;

import java.util.Arrays;
import java.util.random.RandomGenerator;

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

    /**
     * The value that a share of all values does not exceed, by the nearest rank: of 100 values, the 99th for 99 %.
     *
     * @param percent above 0, at most 100
     */
    public static double nearestRank(double percent, double... values) {
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException("A rank lies above 0 % and at most at 100 %, found " + percent);
        }
        double[] sorted = requireAny(values).clone();
        Arrays.sort(sorted);
        // Rounded first, because 99.9 / 100 * 1000 is 999.0000000000001 in binary.
        double rank = Math.ceil(Math.round(percent * sorted.length * 1e6) / 1e8);
        return sorted[(int) Math.clamp(rank - 1, 0, sorted.length - 1.0)];
    }

    /** The median of as many values, drawn with replacement. */
    static double resampledMedian(RandomGenerator random, double... values) {
        double[] resample = new double[requireAny(values).length];
        for (int i = 0; i < resample.length; i++) {
            resample[i] = values[random.nextInt(values.length)];
        }
        return median(resample);
    }

    private static double[] requireAny(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("A summary of no values does not exist");
        }
        return values;
    }
}
