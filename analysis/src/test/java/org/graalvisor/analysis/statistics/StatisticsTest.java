package org.graalvisor.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.HdrHistogram.Histogram;

class StatisticsTest {
    private final Bootstrap bootstrap = new Bootstrap(() -> new SplittableRandom(1), 500);

    @Property
    void halfOfTheValuesLieOnEachSideOfTheMedian(
            @ForAll @Size(min = 1, max = 50) List<@DoubleRange(min = -1e12, max = 1e12) Double> values) {
        double median = Samples.median(array(values));
        assertThat(values.stream().filter(value -> value <= median).count() * 2).isGreaterThanOrEqualTo(
                values.size());
        assertThat(values.stream().filter(value -> value >= median).count() * 2).isGreaterThanOrEqualTo(
                values.size());
    }

    @Property
    void theGeometricMeanIsAtMostTheArithmetic(
            @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = 0.01, max = 1e6) Double> values) {
        assertThat(Samples.geometricMean(array(values))).isLessThanOrEqualTo(Samples.arithmeticMean(array(values)) * (1
                + 1e-9));
    }

    @Property
    void theIntervalHoldsTheMedianAndStaysWithinTheData(
            @ForAll @Size(min = 2, max = 12) List<@DoubleRange(min = 0, max = 1e6) Double> runs) {
        Estimate estimate = bootstrap.median(array(runs));
        Interval interval = estimate.interval().orElseThrow();
        assertThat(estimate.value()).isBetween(interval.low(), interval.high());
        assertThat(interval.low()).isGreaterThanOrEqualTo(Collections.min(runs));
        assertThat(interval.high()).isLessThanOrEqualTo(Collections.max(runs));
        assertThat(estimate).isEqualTo(bootstrap.median(array(runs)));
    }

    @Property
    void aRatioOfMediansDoesNotDependOnTheUnit(
            @ForAll @Size(min = 1, max = 8) List<@DoubleRange(min = 1, max = 1e3) Double> above,
            @ForAll @Size(min = 1, max = 8) List<@DoubleRange(min = 1, max = 1e3) Double> below) {
        Estimate microseconds = bootstrap.ratioOfMedians(new RatioSamples(above, below));
        Estimate milliseconds = bootstrap.ratioOfMedians(new RatioSamples(scaled(above), scaled(below)));
        assertThat(milliseconds.value()).isCloseTo(microseconds.value(), within(1e-9 * microseconds.value()));
    }

    @Property
    void aPercentileIsRefusedBelowTenSamplesAboveIt(@ForAll @IntRange(min = 1, max = 3_000) int samples) {
        Histogram histogram = new Histogram(3);
        for (int i = 1; i <= samples; i++) {
            histogram.recordValue(i);
        }
        assertThat(new Percentile(99).of(histogram).isPresent()).isEqualTo(samples >= 1_000);
        assertThat(new Percentile(50).of(histogram).isPresent()).isEqualTo(samples >= 20);
        assertThat(new Percentile(99.9).of(histogram)).isEmpty();
    }

    @Example
    void requiredSamplesFollowTheRule() {
        assertThat(new Percentile(50).requiredSamples()).isEqualTo(20);
        assertThat(new Percentile(99).requiredSamples()).isEqualTo(1_000);
        assertThat(new Percentile(99.9).requiredSamples()).isEqualTo(10_000);
        assertThatThrownBy(() -> new Percentile(100)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 100)
    void aGeometricMeanOfRatiosTurnsOverWithItsSides(
            @ForAll @Size(min = 1, max = 6) List<@Size(min = 1, max = 4) List<@DoubleRange(min = 1, max = 1e3) Double>> above,
            @ForAll @Size(min = 1, max = 4) List<@DoubleRange(min = 1, max = 1e3) Double> below) {
        Estimate there = bootstrap.meanOfRatios(above.stream().map(runs -> new RatioSamples(runs, below)).toList(),
                Mean.GEOMETRIC);
        Estimate back = bootstrap.meanOfRatios(above.stream().map(runs -> new RatioSamples(below, runs)).toList(),
                Mean.GEOMETRIC);
        assertThat(there.value() * back.value()).isCloseTo(1, within(1e-9));
    }

    @Property(tries = 100)
    void aMeanOfRatiosLiesBetweenThemAndItsIntervalAroundIt(
            @ForAll @Size(min = 1, max = 5) List<@Size(min = 2, max = 4) List<@DoubleRange(min = 1, max = 1e3) Double>> above,
            @ForAll Mean mean) {
        List<RatioSamples> ratios = above.stream().map(runs -> new RatioSamples(runs, List.of(2.0, 2.0))).toList();
        Estimate estimate = bootstrap.meanOfRatios(ratios, mean);
        double[] single = ratios.stream().mapToDouble(RatioSamples::ratioOfMedians).toArray();
        assertThat(estimate.value()).isBetween(Arrays.stream(single).min().orElseThrow() * (1 - 1e-9), Arrays.stream(
                single).max().orElseThrow() * (1 + 1e-9));
        assertThat(estimate.runs()).isEqualTo(2);
        Interval interval = estimate.interval().orElseThrow();
        assertThat(interval.low()).isLessThanOrEqualTo(estimate.value() * (1 + 1e-9));
        assertThat(interval.high()).isGreaterThanOrEqualTo(estimate.value() * (1 - 1e-9));
    }

    @Property
    void aNearestRankIsAValueThatEnoughOthersDoNotExceed(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = -1e9, max = 1e9) Double> values,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        double rank = Samples.nearestRank(percent, array(values));
        assertThat(values).contains(rank);
        assertThat(values.stream().filter(value -> value <= rank).count() * 100).isGreaterThanOrEqualTo((long) percent
                * values.size());
        assertThat(values.stream().filter(value -> value < rank).count() * 100).isLessThan((long) percent * values
                .size());
    }

    @Example
    void knownValues() {
        assertThat(Samples.nearestRank(99, IntStream.rangeClosed(1, 600).asDoubleStream().toArray())).isEqualTo(594);
        assertThat(Samples.nearestRank(99.9, IntStream.rangeClosed(1, 1_000).asDoubleStream().toArray())).isEqualTo(
                999);
        assertThatThrownBy(() -> Samples.nearestRank(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RatioSamples(List.of(1.0), List.of(0.0))).isInstanceOf(
                IllegalArgumentException.class);
        assertThat(Samples.median(3, 1, 2)).isEqualTo(2);
        assertThat(Samples.median(4, 1, 2, 3)).isEqualTo(2.5);
        assertThat(Samples.arithmeticMean(170.7, 85.5, 594, 2.16, 2.05)).isCloseTo(170.9, within(0.1));
        assertThat(Samples.geometricMean(170.7, 85.5, 594, 2.16, 2.05)).isCloseTo(32.9, within(0.1));
        assertThatThrownBy(() -> Samples.geometricMean(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(Samples::median).isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void oneRunSaysNothingAboutPrecision() {
        assertThat(bootstrap.median(5.0)).isEqualTo(new Estimate(5, Optional.empty(), 1));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<Double> scaled(List<Double> values) {
        return values.stream().map(value -> value / 1_000).toList();
    }
}
