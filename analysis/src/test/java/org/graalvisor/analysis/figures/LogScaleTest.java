package org.graalvisor.analysis.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class LogScaleTest {
    @Property
    void labelsNeverOverlap(@ForAll @Size(min = 1, max = 10) List<@DoubleRange(min = 0, max = 5) Double> values) {
        double[] heights = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double[] spread = LogScale.spread(heights, 0.25);
        for (int i = 1; i < spread.length; i++) {
            assertThat(spread[i] - spread[i - 1]).isGreaterThanOrEqualTo(0.25 - 1e-9);
        }
        assertThat(spread[0]).isEqualTo(heights[0]);
    }

    @Example
    void theRangeHoldsPositiveValuesOnly() {
        LogScale scale = LogScale.around(DoubleStream.of(-5, 0, 10, 1_000));
        assertThat(scale.low()).isLessThan(10).isGreaterThan(1);
        assertThat(scale.high()).isGreaterThan(1_000);
        assertThat(scale.at(0)).isEqualTo(scale.low());
    }
}
