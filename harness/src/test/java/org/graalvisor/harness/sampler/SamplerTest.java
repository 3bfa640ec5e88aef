package org.graalvisor.harness.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.graalvisor.harness.process.ProcessIdentity;
import org.graalvisor.harness.process.ProcessTable;
import org.graalvisor.results.ResourceSample;
import org.junit.jupiter.api.Test;

class SamplerTest {
    private static final String ROLLUP = """
            558fa2bd4000-7ffdf972b000 ---p 00000000 00:00 0                          [rollup]
            Rss:                1780 kB
            Pss:                 347 kB
            Pss_Dirty:           116 kB
            Pss_Anon:            116 kB
            Pss_File:            231 kB
            Shared_Clean:       1624 kB
            Private_Clean:        40 kB
            Private_Dirty:       116 kB
            Referenced:         1780 kB
            """;

    @Test
    void parsesACapturedRollup() {
        assertThat(SmapsRollup.parse(ROLLUP)).contains(new SmapsRollup(1780 * 1024, 347 * 1024, 116 * 1024));
    }

    @Test
    void saysNothingAboutAKernelThread() {
        assertThat(SmapsRollup.parse("")).isEmpty();
    }

    @Test
    void parsesCapturedMachineCounters() {
        MachineCounters counters = MachineCounters.parse("""
                nr_free_pages 5765019
                pswpin 3
                pswpout 4
                oom_kill 1
                """, "nr_periods 10\nnr_throttled 2\nthrottled_time 5\n", """
                cpu  100 1 20 9999 50 3 4 77 0 0
                cpu0 50 1 10 5000 25 1 2 30 0 0
                """);

        assertThat(counters).isEqualTo(new MachineCounters(7, 1, 2, 77, 128));
    }

    @Test
    void countsAProcessThatHasEndedAsNothing() {
        ResourceSample sample = new TreeReader(ProcessTable.ofThisMachine())
                .read(List.of(new ProcessIdentity(ProcessHandle.current().pid(), 1)), 5);

        assertThat(sample.processes()).isZero();
        assertThat(sample.rssBytes()).isZero();
    }

    @Test
    void readsThisProcess() {
        ProcessTable table = ProcessTable.ofThisMachine();
        ProcessIdentity self = table.find(ProcessHandle.current().pid()).orElseThrow().identity();
        ResourceSample sample = new TreeReader(table).read(List.of(self), 5);

        assertThat(sample.rssBytes()).isGreaterThan(1 << 20);
        assertThat(sample.pssBytes().orElseThrow()).isLessThanOrEqualTo(sample.rssBytes() * 11 / 10);
        assertThat(sample.threads()).isGreaterThan(1);
    }
}
