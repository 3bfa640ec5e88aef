package org.graalvisor.harness.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AvailableMemoryTest {
    @TempDir
    private Path folder;

    @Test
    void endsAReplayWhenLessThanTheReserveIsLeft() throws IOException {
        Path meminfo = Files.writeString(folder.resolve("meminfo"),
                "MemTotal:       24000000 kB\nMemAvailable:    1048576 kB\n");

        assertThat(new AvailableMemory(meminfo, 1L << 30).problem()).isEmpty();
        assertThat(new AvailableMemory(meminfo, 1536L << 20).problem()).hasValueSatisfying(reason -> assertThat(reason)
                .startsWith(
                        "this machine has 1024 MB of memory left, less than the reserve of 1536 MB; lower the cap"));
    }

    @Test
    void knowsNothingWhereTheKernelDoesNotTell() {
        assertThat(new AvailableMemory(folder.resolve("none"), Long.MAX_VALUE).problem()).isEmpty();
    }
}
