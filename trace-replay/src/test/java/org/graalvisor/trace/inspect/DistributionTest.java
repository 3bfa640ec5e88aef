package org.graalvisor.trace.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class DistributionTest {
    @Test
    void percentilesAreValuesOfTheSample() {
        Distribution values = Distribution.of(new double[]{4, 1, 3, 2});
        assertThat(values.percentile(0)).isEqualTo(1);
        assertThat(values.percentile(50)).isEqualTo(2);
        assertThat(values.percentile(51)).isEqualTo(3);
        assertThat(values.percentile(100)).isEqualTo(4);
        assertThat(Distribution.of(new double[0]).percentile(50)).isZero();
    }

    @Test
    void theWassersteinDistanceOfUniformSamplesOfDifferentSizeIsTheirShift() {
        double[] few = {0.5, 1.5};
        double[] many = {10.25, 10.75, 11.25, 11.75};
        assertThat(Distribution.of(few).wasserstein(Distribution.of(many))).isCloseTo(10, within(1e-9));
        assertThat(Distribution.of(few).kolmogorovSmirnov(Distribution.of(many))).isEqualTo(1);
    }

    @Property(tries = 200)
    void theWassersteinDistanceIsSymmetricAndShiftsWithTheSample(
            @ForAll @NotEmpty double[] values, @ForAll @DoubleRange(min = 0, max = 100) double shift) {
        double[] small = Arrays.stream(values).map(v -> Math.sin(v) * 50).toArray();
        double[] moved = Arrays.stream(small).map(v -> v + shift).toArray();
        Distribution here = Distribution.of(small);
        Distribution there = Distribution.of(moved);
        assertThat(here.wasserstein(there)).isCloseTo(shift, within(1e-6));
        assertThat(there.wasserstein(here)).isCloseTo(here.wasserstein(there), within(1e-9));
        assertThat(here.kolmogorovSmirnov(here)).isZero();
    }
}
