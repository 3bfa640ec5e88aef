package org.graalvisor.trace.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.graalvisor.trace.model.Dirt;
import org.graalvisor.trace.model.MinuteWindow;
import org.graalvisor.trace.schedule.Schedule;
import org.graalvisor.trace.schedule.ScheduleOptions;
import org.graalvisor.trace.schedule.Scheduler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvocationLogReaderTest {
    @TempDir
    Path folder;
    private Path file;

    @BeforeEach
    void writeRowsInOrderOfTheirEnds() throws IOException {
        file = Files.writeString(folder.resolve("2021.txt"), """
                app,func,end_timestamp,duration
                a,f,10.5,0.5
                a,g,70.0,65.0
                b,f,71.25,0.25
                b,f,72.0,-1.0
                b,f,1.0,50.0
                """);
    }

    @Test
    void invocationsBeginAtTheirEndMinusTheirDuration() {
        InvocationLog log = InvocationLogReader.read(file);

        assertThat(log.startUs()).containsExactly(5_000_000, 10_000_000, 71_000_000);
        assertThat(log.durationUs()).containsExactly(65_000_000, 500_000, 250_000);
        assertThat(log.functions()).hasSize(3);
        assertThat(log.dirt().count(Dirt.IMPOSSIBLE_INVOCATIONS)).isEqualTo(2);
    }

    @Test
    void aScheduleKeepsTheRecordedTimes() {
        Schedule schedule = Scheduler.schedule("2021", InvocationLogReader.read(file),
                ScheduleOptions.paper(new MinuteWindow(2, 2), 1));

        assertThat(schedule.size()).isEqualTo(1);
        assertThat(schedule.arrivalUs(0)).isEqualTo(11_000_000);
        assertThat(schedule.durationUs(0)).isEqualTo(250_000);
        assertThat(schedule.substitutions().memory()).isEqualTo(1);
        assertThatThrownBy(() -> Scheduler.schedule("2021", InvocationLogReader.read(file),
                ScheduleOptions.paper(new MinuteWindow(3, 3), 1))).hasMessageContaining("ends in minute 2");
    }
}
