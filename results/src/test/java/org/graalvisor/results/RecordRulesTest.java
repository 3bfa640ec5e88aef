package org.graalvisor.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RecordRulesTest {
    @Property
    void responseTimeIsSendLagPlusServiceTime(@ForAll @LongRange(min = 0, max = 1L << 50) long intended,
            @ForAll @LongRange(min = 0, max = 1L << 50) long lag,
            @ForAll @LongRange(min = 0, max = 1L << 50) long service) {
        InvocationRecord invocation = new InvocationRecord(0, "f", intended, OptionalLong.of(intended + lag),
                OptionalLong.of(intended + lag + service), 200, StartKind.WARM, OptionalLong.empty(), Phase.MEASURE,
                Outcome.COMPLETED);
        assertThat(invocation.sendLagNs()).hasValue(lag);
        assertThat(invocation.serviceTimeNs()).hasValue(service);
        assertThat(invocation.responseTimeNs()).hasValue(lag + service);
    }

    @Property
    void theWorseVerdictWins(@ForAll Verdict.Level left, @ForAll Verdict.Level right) {
        Verdict both = verdict(left, "l").and(verdict(right, "r"));
        assertThat(both.level()).isEqualTo(left.compareTo(right) > 0 ? left : right);
        assertThat(both.reasons()).hasSize((left == Verdict.Level.VALID ? 0 : 1) + (right == Verdict.Level.VALID
                ? 0
                : 1));
    }

    @Test
    void aVerdictPrintsItsReasons() {
        assertThat(Verdict.degraded("drops", "send lag").and(Verdict.degraded("drops")))
                .hasToString("DEGRADED(drops; send lag)");
        assertThat(Verdict.valid()).hasToString("VALID");
        assertThatThrownBy(() -> new Verdict(Verdict.Level.INVALID, List.of())).isInstanceOf(
                IllegalArgumentException.class);
    }

    @Test
    void namesThatLeaveTheResultsFolderAreRefused() {
        for (String name : List.of("..", "a/b", "", "-x", ".hidden", "ü", "a b")) {
            assertThatThrownBy(() -> new PlannedCell(name, Map.of())).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aNumberThatWasNotMeasuredCannotBeWritten() {
        assertThatThrownBy(() -> Measurement.scalar("m", "us", Double.NaN)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("left out");
    }

    private static Verdict verdict(Verdict.Level level, String reason) {
        return level == Verdict.Level.VALID ? Verdict.valid() : new Verdict(level, List.of(reason));
    }
}
