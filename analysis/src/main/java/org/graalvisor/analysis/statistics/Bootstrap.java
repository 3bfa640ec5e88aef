package org.graalvisor.analysis.statistics;

import java.util.Arrays;
import java.util.List;
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
        return estimate(Samples.median(runs), runs.length, () -> Samples.resampledMedian(random, runs));
    }

    /**
     * The ratio of two medians, each side resampled independently.
     *
     * @param samples both sides
     * @return an estimate whose number of runs is that of the smaller side
     */
    public Estimate ratioOfMedians(RatioSamples samples) {
        return meanOfRatios(List.of(samples), Mean.ARITHMETIC);
    }

    /**
     * The mean of ratios of medians, for example over functions; every side of every ratio is resampled independently.
     *
     * @param ratios at least one
     * @param mean which mean
     * @return an estimate whose number of runs is that of the smallest side
     */
    public Estimate meanOfRatios(List<RatioSamples> ratios, Mean mean) {
        RandomGenerator random = randomSource.get();
        int runs = ratios.stream().mapToInt(RatioSamples::runs).min().orElse(0);
        return estimate(mean.of(ratios.stream().mapToDouble(RatioSamples::ratioOfMedians).toArray()), runs,
                () -> mean.of(ratios.stream().mapToDouble(ratio -> ratio.resampled(random)).toArray()));
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
}
