package org.graalvisor.runtime.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DurationEstimateTest {
    private static final long START = 1_000_000_000;

    @Test
    void rarePreemptionsDoNotMakeAQuickFunctionSlow() {
        SplittableRandom random = new SplittableRandom(7);
        long estimate = START;
        int calls = 100_000;
        int takenForSlow = 0;
        for (int i = 0; i < calls; i++) {
            estimate = DurationEstimate.next(estimate, random.nextInt(100) < 2 ? 4_000_000 : 10_000);
            takenForSlow += estimate > 100_000 ? 1 : 0;
        }
        // An average with a weight of 1/8 takes 1.9 % of these calls for slow.
        assertThat(takenForSlow).isLessThan(calls / 1000);
    }

    @Test
    void aFunctionThatBecomesSlowIsNoticedAfterAFewCalls() {
        long estimate = 10_000;
        for (int i = 0; i < 5; i++) {
            estimate = DurationEstimate.next(estimate, 50_000_000);
        }
        assertThat(estimate).isGreaterThan(100_000);
    }

    @Property
    void aConstantDurationIsLearned(@ForAll @LongRange(min = 1, max = 10_000_000_000L) long durationNanos) {
        long estimate = START;
        for (int i = 0; i < 300; i++) {
            estimate = DurationEstimate.next(estimate, durationNanos);
        }
        assertThat(estimate).isEqualTo(durationNanos);
    }
}
