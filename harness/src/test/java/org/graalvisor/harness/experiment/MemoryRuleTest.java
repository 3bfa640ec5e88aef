package org.graalvisor.harness.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.graalvisor.results.Measurement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryRuleTest {
    @TempDir
    private Path folder;

    @Test
    void isolatesStayBelowHalfOfTheAvailableMemory() throws Exception {
        Path meminfo = Files.writeString(folder.resolve("meminfo"), """
                MemTotal:       24689012 kB
                MemFree:          512340 kB
                MemAvailable:       2000 kB
                Buffers:          102400 kB
                """);
        // Half of 2,000 KiB holds ten isolates of 100 KiB, and ten reach it.
        assertThat(new MemoryRule(meminfo).isolatesThatFit(privateBytes(50_000, 50_000 + 102_400))).isEqualTo(9);
        assertThat(new MemoryRule(meminfo).isolatesThatFit(privateBytes(50_000, 50_000 + 1_024_000))).isZero();
    }

    @Test
    void aKernelThatDoesNotTellLimitsNothing() throws Exception {
        Path meminfo = Files.writeString(folder.resolve("meminfo"), "MemTotal: 1 kB\n");

        assertThat(new MemoryRule(meminfo).isolatesThatFit(privateBytes(0, 1_000_000))).isGreaterThan(1_000_000);
    }

    private static List<Measurement> privateBytes(double before, double after) {
        return List.of(new Measurement("private_dirty_bytes", "bytes", 0, before), new Measurement(
                "private_dirty_bytes",
                "bytes", 1, after));
    }
}
