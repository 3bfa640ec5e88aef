package org.graalvisor.harness.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TimeMeanTest {

    @Test
    void manyReadingsInAnInstantDoNotOutweighOneOfAMinute() {
        TimeMean mean = new TimeMean();
        mean.add(0, 0);
        mean.add(1, 0);
        mean.add(2, 0);
        mean.add(100, 100);

        assertThat(mean.value()).hasValue(49);
    }

    @Test
    void withoutAReadingThereIsNoMeanAndOneReadingIsItsOwn() {
        TimeMean mean = new TimeMean();
        assertThat(mean.value()).isEmpty();

        mean.add(5, 7);
        assertThat(mean.value()).hasValue(7);
    }

    @Property
    void aSteadyValueIsItsOwnMean(@ForAll @DoubleRange(max = 1e12) double value,
            @ForAll @LongRange(min = 1, max = 1_000_000) long stepNs) {
        TimeMean mean = new TimeMean();
        for (int reading = 0; reading < 5; reading++) {
            mean.add(reading * stepNs * (reading + 1), value);
        }
        assertThat(mean.value().getAsDouble()).isCloseTo(value, within(value * 1e-9 + 1e-9));
    }
}
