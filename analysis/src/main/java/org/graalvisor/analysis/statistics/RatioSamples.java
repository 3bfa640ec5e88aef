package org.graalvisor.analysis.statistics;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Both sides of a ratio.
 *
 * @param numerator one value per independent run, at least one
 * @param denominator one value above 0 per independent run, at least one
 */
public record RatioSamples(List<Double> numerator, List<Double> denominator) {

    public RatioSamples {
        numerator = List.copyOf(numerator);
        denominator = List.copyOf(denominator);
        for (double value : denominator) {
            if (!(value > 0)) {
                throw new IllegalArgumentException("A ratio needs a denominator above 0, found " + value);
            }
        }
    }

    /** Number of runs of the smaller side. */
    int runs() {
        return Math.min(numerator.size(), denominator.size());
    }

    double ratioOfMedians() {
        return Samples.median(array(numerator)) / Samples.median(array(denominator));
    }

    double resampled(RandomGenerator random) {
        return Samples.resampledMedian(random, array(numerator)) / Samples.resampledMedian(random, array(denominator));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
