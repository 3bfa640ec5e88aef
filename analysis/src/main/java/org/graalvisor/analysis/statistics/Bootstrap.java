package org.graalvisor.analysis.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Percentile bootstrap of the median, resampling independent runs.
 *
 * @param randomSource gives a generator in its initial state each time, so that an estimate depends on its data alone and not
 *        on how many estimates were made before
 * @param resamples number of resamples, for example {@link #DEFAULT_RESAMPLES}
 */
public record Bootstrap(Supplier<? extends RandomGenerator> randomSource, int resamples) {
    /** Leaves the ends of a 95 % interval a Monte Carlo error of a few percent of its width. */
    public static final int DEFAULT_RESAMPLES = 2_000;

    private static final double LOWER_TAIL = 0.025;
    private static final double UPPER_TAIL = 0.975;

    /**
     * The median over runs.
     *
     * @param runs one value per independent run, at least one
     */
    public Estimate median(double... runs) {
        RandomGenerator random = randomSource.get();
        double[] resample = new double[runs.length];
        return estimate(Samples.median(runs), runs.length, () -> resampledMedian(runs, resample, random));
    }

    /**
     * The ratio of two medians, each side resampled independently.
     *
     * @param numerator one value per independent run, at least one
     * @param denominator one value above 0 per independent run, at least one
     * @return an estimate whose number of runs is that of the smaller side
     */
    public Estimate ratioOfMedians(double[] numerator, double[] denominator) {
        for (double value : denominator) {
            if (!(value > 0)) {
                throw new IllegalArgumentException("A ratio needs a denominator above 0, found " + value);
            }
        }
        RandomGenerator random = randomSource.get();
        double[] above = new double[numerator.length];
        double[] below = new double[denominator.length];
        return estimate(Samples.median(numerator) / Samples.median(denominator),
                Math.min(numerator.length, denominator.length),
                () -> resampledMedian(numerator, above, random) / resampledMedian(denominator, below, random));
    }

    private Estimate estimate(double value, int runs, DoubleSupplier resampled) {
        if (runs < 2) {
            return new Estimate(value, Optional.empty(), runs);
        }
        double[] medians = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            medians[i] = resampled.getAsDouble();
        }
        Arrays.sort(medians);
        Interval interval = new Interval(medians[(int) Math.floor(LOWER_TAIL * (resamples - 1))],
                medians[(int) Math.ceil(UPPER_TAIL * (resamples - 1))]);
        return new Estimate(value, Optional.of(interval), runs);
    }

    private static double resampledMedian(double[] runs, double[] resample, RandomGenerator random) {
        for (int i = 0; i < resample.length; i++) {
            resample[i] = runs[random.nextInt(runs.length)];
        }
        return Samples.median(resample);
    }
}
