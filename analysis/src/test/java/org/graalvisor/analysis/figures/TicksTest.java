package org.graalvisor.analysis.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class TicksTest {

    @Property
    void aLinearAxisHasSomeTicksAndNotTooMany(@ForAll @IntRange(min = 1, max = 999) int digits,
            @ForAll @IntRange(min = -6, max = 9) int exponent, @ForAll @IntRange(min = 2, max = 12) int most) {
        double high = digits * Math.pow(10, exponent);
        List<Double> ticks = Ticks.linear(0, high, most);
        assertThat(ticks).hasSizeBetween(1, most + 1).isSorted().allSatisfy(tick -> assertThat(tick).isBetween(0.0,
                high));
    }

    @Property
    void aLogarithmicAxisHasTicksWithinIt(@ForAll @IntRange(min = 1, max = 999) int digits,
            @ForAll @IntRange(min = -6, max = 6) int exponent,
            @ForAll @DoubleRange(min = 2.6, max = 1e9) double factor) {
        double low = digits * Math.pow(10, exponent);
        List<Double> ticks = Ticks.logarithmic(low, low * factor);
        assertThat(ticks).isNotEmpty().isSorted().doesNotHaveDuplicates().allSatisfy(tick -> assertThat(tick).isBetween(
                low, low * factor));
    }

    @Example
    void ticksAreRound() {
        assertThat(Ticks.linear(0, 600, 10)).containsExactly(0.0, 100.0, 200.0, 300.0, 400.0, 500.0, 600.0);
        assertThat(Ticks.linear(0, 1, 8)).hasSize(6);
        assertThat(Ticks.logarithmic(0.9, 25)).containsExactly(1.0, 2.0, 5.0, 10.0, 20.0);
        assertThat(Ticks.logarithmic(0.9, 2_500)).containsExactly(1.0, 10.0, 100.0, 1_000.0);
        assertThat(Ticks.text(100_000)).isEqualTo("100,000");
        assertThat(Ticks.text(10_000_000)).isEqualTo("10 M");
        assertThatThrownBy(() -> new Plot.Axis("", 0, 5, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Plot.Axis("", 5, 5, false)).isInstanceOf(IllegalArgumentException.class);
    }
}
