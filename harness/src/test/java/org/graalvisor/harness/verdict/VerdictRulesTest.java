package org.graalvisor.harness.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.graalvisor.harness.load.Counts;
import org.graalvisor.harness.load.LoadResult;
import org.graalvisor.harness.load.PhaseWindow;
import org.graalvisor.harness.sampler.MachineCounters;
import org.graalvisor.results.InvocationRecord;
import org.graalvisor.results.Outcome;
import org.graalvisor.results.Phase;
import org.graalvisor.results.StartKind;
import org.graalvisor.results.Verdict;
import org.junit.jupiter.api.Test;

class VerdictRulesTest {
    private static final MachineCounters QUIET = new MachineCounters(0, 0, 0, 0, 0);
    private static final long SECOND_NS = 1_000_000_000L;
    private static final VerdictRules RULES = VerdictRules.standard();

    @Test
    void aQuietMachineAndACleanLoadAreValid() {
        assertThat(RULES.judge(seen(SECOND_NS / 2, QUIET), load(new Counts(1, 1, 0, 0, 0), 0)))
                .isEqualTo(Verdict.valid());
    }

    @Test
    void everythingThatMovedIsAReason() {
        Verdict verdict = RULES.judge(seen(SECOND_NS / 2, new MachineCounters(9, 0, 3, 60, 100)));

        assertThat(verdict.level()).isEqualTo(Verdict.Level.DEGRADED);
        assertThat(verdict.reasons()).containsExactly("9 pages were swapped",
                "a CPU quota throttled the run in 3 periods",
                "the hypervisor took away 60 % of a core", "other processes used 50 % of a core");
    }

    @Test
    void aKilledProcessMakesTheCellInvalid() {
        assertThat(RULES.judge(seen(0, new MachineCounters(0, 1, 0, 0, 0))).level()).isEqualTo(Verdict.Level.INVALID);
    }

    @Test
    void aSaturatedDriverAndLateRequestsDegrade() {
        Verdict verdict = RULES.judge(seen(SECOND_NS, QUIET), load(new Counts(1, 1, 0, 0, 0), 6_000_000));

        assertThat(verdict.level()).isEqualTo(Verdict.Level.DEGRADED);
        assertThat(verdict.toString()).contains("load generator used 100 %").contains("sent late: p99 60");
    }

    @Test
    void failuresAndBrokenConservationAreInvalidDropsAreNot() {
        assertThat(judge(new Counts(3, 2, 1, 0, 0)).level()).isEqualTo(Verdict.Level.INVALID);
        assertThat(judge(new Counts(4, 2, 0, 0, 1)).toString()).contains("conservation broken");
        assertThat(judge(new Counts(0, 0, 0, 0, 0)).toString()).contains("not one request");
        assertThat(judge(new Counts(3, 2, 0, 1, 0)).level()).isEqualTo(Verdict.Level.DEGRADED);
    }

    @Test
    void aPlatformThatBecomesFasterWhileItIsMeasuredIsDegraded() {
        assertThat(RULES.judge(seen(0, QUIET), twoHalves(100, 109))).isEqualTo(Verdict.valid());
        assertThat(RULES.judge(seen(0, QUIET), twoHalves(100, 150)).reasons()).containsExactly(
                "the platform was still warming up: the second half of the measured phase completed 50 % more");
        assertThat(RULES.judge(seen(0, QUIET), twoHalves(150, 100))).isEqualTo(Verdict.valid());
        // Too few to tell.
        assertThat(RULES.judge(seen(0, QUIET), twoHalves(50, 100))).isEqualTo(Verdict.valid());
    }

    private static LoadResult twoHalves(int first, int second) {
        List<InvocationRecord> records = new ArrayList<>();
        for (int i = 0; i < first + second; i++) {
            long completedNs = i < first ? 1 + i : SECOND_NS / 2 + i;
            records.add(new InvocationRecord(i, "f", 0, OptionalLong.of(0), OptionalLong.of(completedNs), 200,
                    StartKind.UNKNOWN, OptionalLong.empty(), Phase.MEASURE, Outcome.COMPLETED));
        }
        return new LoadResult(records, new Counts(first + second, first + second, 0, 0, 0), 0, List.of(
                new PhaseWindow(Phase.MEASURE, 0, SECOND_NS)), List.of());
    }

    private static Verdict judge(Counts counts) {
        return RULES.judge(seen(0, QUIET), load(counts, 0));
    }

    private static DriverObservation seen(long driverCpuNs, MachineCounters after) {
        return new DriverObservation(driverCpuNs, 50, SECOND_NS, 1, QUIET, after);
    }

    private static LoadResult load(Counts counts, long lagNs) {
        return new LoadResult(List.of(new InvocationRecord(0, "f", 0, OptionalLong.of(lagNs), OptionalLong.of(lagNs
                + 1),
                200, StartKind.UNKNOWN, OptionalLong.empty(), Phase.MEASURE, Outcome.COMPLETED)), counts, 0, List.of(),
                List.of());
    }
}
