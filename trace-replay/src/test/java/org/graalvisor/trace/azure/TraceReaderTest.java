package org.graalvisor.trace.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.graalvisor.trace.azure.TraceFiles.counts;
import static org.graalvisor.trace.azure.TraceFiles.duration;
import static org.graalvisor.trace.azure.TraceFiles.memory;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.graalvisor.trace.Progress;
import org.graalvisor.trace.TraceException;
import org.graalvisor.trace.model.AzureTrace;
import org.graalvisor.trace.model.Dirt;
import org.graalvisor.trace.model.TraceFunction;
import org.graalvisor.trace.model.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceReaderTest {
    @TempDir
    Path folder;

    @Test
    void theCapturedExcerptIsReadWhole() throws URISyntaxException {
        AzureTrace trace = read(captured(), "");

        assertThat(trace.functions()).hasSize(5);
        assertThat(trace.invocations()).isEqualTo(325_117);
        assertThat(trace.functions()).allSatisfy(f -> assertThat(f.duration()).isPresent());
        assertThat(trace.functions()).allSatisfy(f -> assertThat(trace.usableMemoryMb(f)).isPresent());
    }

    @Test
    void everyKindOfDirtIsCountedAndNothingElse() throws IOException {
        new TraceFiles(folder).invocations(1, List.of(
                counts("o,a,twice", "http", 1, 2), counts("o,a,twice", "http", 1, 2),
                counts("o,a,split", "queue", 1), counts("o,a,split", "queue", 0, 5),
                counts("o,a,negative", "timer", 1), counts("o,a,zero", "timer", 1), counts("o,a,silent", "timer"),
                counts("o,b,alone", "carrierpigeon", 1)))
                .durations(1, List.of(duration("o,a,twice", 10), duration("o,a,twice", 10), duration("o,a,split", 7),
                        duration("o,a,negative", -3), duration("o,a,zero", 0), duration("o,a,silent", 5),
                        duration("o,z,ghost", 5),
                        "o,a,wild,50,5,1,20," + "9,8,7,6,5,4,3"))
                .memory(1, List.of(memory("o,a", 0), memory("o,a", 0), memory("o,ghost", 100)));

        AzureTrace trace = read(folder, "1");

        assertThat(trace.functions()).hasSize(6);
        assertThat(find(trace, "twice").invocations().total()).isEqualTo(3);
        assertThat(find(trace, "split").invocations().total()).isEqualTo(6);
        assertThat(find(trace, "alone").trigger()).isEqualTo(Trigger.OTHERS);
        assertThat(find(trace, "negative").usableAverageMs()).isEmpty();
        assertThat(find(trace, "zero").usableAverageMs()).contains(0.0);
        assertThat(trace.usableMemoryMb(find(trace, "twice"))).isEmpty();
        assertThat(Arrays.stream(Dirt.values()).filter(kind -> trace.dirt().count(kind) > 0)).containsExactlyInAnyOrder(
                Dirt.IDENTICAL_INVOCATION_ROWS, Dirt.DIFFERING_INVOCATION_ROWS, Dirt.REPEATED_DURATION_ROWS,
                Dirt.REPEATED_MEMORY_ROWS, Dirt.FUNCTIONS_WITHOUT_INVOCATIONS, Dirt.FUNCTIONS_WITHOUT_DURATION,
                Dirt.DURATIONS_WITHOUT_FUNCTION, Dirt.APPS_WITHOUT_MEMORY, Dirt.MEMORY_WITHOUT_FUNCTION,
                Dirt.UNKNOWN_TRIGGERS, Dirt.NEGATIVE_DURATIONS, Dirt.ZERO_DURATIONS, Dirt.MEMORY_NOT_ABOVE_ZERO,
                Dirt.UNORDERED_PERCENTILES, Dirt.AVERAGE_OUT_OF_RANGE);
        assertThat(trace.dirt().count(Dirt.MEMORY_NOT_ABOVE_ZERO)).isEqualTo(2);
        assertThat(trace.dirt().findings().get(Dirt.NEGATIVE_DURATIONS).firstPlace()).endsWith("d01.csv:5");
    }

    @Test
    void daysWithoutMemoryFileAreReadAndReported() throws IOException {
        TraceFiles files = new TraceFiles(folder);
        for (int day = 12; day <= 14; day++) {
            files.invocations(day, List.of(counts("o,a,f", "http", 1))).durations(day, List.of(duration("o,a,f", 10)));
        }
        files.memory(12, List.of(memory("o,a", 100)));

        AzureTrace without = read(folder, "13-14");
        assertThat(without.memory()).isEmpty();
        assertThat(without.dirt().count(Dirt.DAYS_WITHOUT_MEMORY_FILE)).isEqualTo(2);
        AzureTrace partly = read(folder, "12-14");
        assertThat(partly.usableMemoryMb(find(partly, "f"))).as("known from the day that has it").contains(100.0);
        assertThat(partly.dirt().count(Dirt.DAYS_WITHOUT_MEMORY_FILE)).isEqualTo(2);
    }

    @Test
    void lineEndingsByteOrderMarksAndCompressionMakeNoDifference() throws IOException {
        new TraceFiles(folder).invocations(1, List.of(counts("o,a,f", "http", 5, 6, 7), counts("o,a,g", "timer", 1)))
                .durations(1, List.of(duration("o,a,f", 12), duration("o,a,g", 3)))
                .memory(1, List.of(memory("o,a", 34)));
        AzureTrace plain = read(folder, "1");
        for (Path file : List.of(folder.resolve(TraceFolder.INVOCATIONS + "01.csv"),
                folder.resolve(TraceFolder.DURATIONS + "01.csv"), folder.resolve(TraceFolder.MEMORY + "01.csv"))) {
            String text = "\uFEFF" + Files.readString(file).replace("\n", "\r\n");
            Files.delete(file);
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(file.getFileName()
                    + ".gz")))) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }

        AzureTrace wrapped = read(folder, "1");

        assertThat(wrapped.functions()).isEqualTo(plain.functions());
        assertThat(wrapped.memory()).isEqualTo(plain.memory());
        assertThat(wrapped.dirt().findings()).isEmpty();
    }

    @Test
    void consecutiveDaysAreOneLongTrace() throws IOException {
        new TraceFiles(folder).invocations(1, List.of(counts("o,a,f", "http", 1, 2)))
                .durations(1, List.of(duration("o,a,f", 10))).memory(1, List.of(memory("o,a", 100)))
                .invocations(2, List.of(counts("o,a,f", "http", 3), counts("o,a,g", "http", 4)))
                .durations(2, List.of(duration("o,a,f", 30), duration("o,a,g", 1)))
                .memory(2, List.of(memory("o,a", 300)));

        AzureTrace trace = read(folder, "1-2");

        assertThat(trace.minutes()).isEqualTo(2880);
        assertThat(trace.invocationsPerMinute()).startsWith(1, 2, 0);
        assertThat(trace.invocationsPerMinute()[1440]).isEqualTo(7);
        assertThat(find(trace, "f").usableAverageMs()).contains(20.0);
        assertThat(trace.usableMemoryMb(find(trace, "f"))).contains(200.0);
    }

    @Test
    void aMissingDayOrFileIsNamedWithWhatThereIs() throws IOException {
        assertThatThrownBy(() -> read(folder, "")).isInstanceOf(TraceException.class)
                .hasMessageContaining("There is no trace in");
        new TraceFiles(folder).invocations(1, List.of());
        assertThatThrownBy(() -> read(folder, "2")).hasMessageContaining("Day 02 is not in").hasMessageContaining(
                "it has 01");
        assertThatThrownBy(() -> read(folder, "1")).hasMessageContaining(
                "no file function_durations_percentiles.anon.d01.csv");
        assertThatThrownBy(() -> read(folder, "3-2")).hasMessageContaining("FIRST-LAST");
        assertThatThrownBy(() -> read(folder.resolve("absent"), "")).hasMessageContaining("Cannot list");
    }

    @Test
    void shuffledColumnsAreFoundByName() throws IOException {
        new TraceFiles(folder).invocations(1, List.of(counts("o,a,f", "http", 5, 6, 7)))
                .durations(1, List.of(duration("o,a,f", 12))).memory(1, List.of(memory("o,a", 34)));
        AzureTrace ordered = read(folder, "1");
        for (Path file : List.of(folder.resolve(TraceFolder.INVOCATIONS + "01.csv"),
                folder.resolve(TraceFolder.DURATIONS + "01.csv"), folder.resolve(TraceFolder.MEMORY + "01.csv"))) {
            Files.write(file, Files.readAllLines(file).stream().map(TraceReaderTest::reversed).toList());
        }

        AzureTrace shuffled = read(folder, "1");

        assertThat(shuffled.functions()).isEqualTo(ordered.functions());
        assertThat(shuffled.memory()).isEqualTo(ordered.memory());
    }

    @Test
    void aTruncatedRowNamesFileLineAndColumn() throws IOException {
        String whole = counts("o,a,f", "http", 1);
        new TraceFiles(folder).invocations(1, List.of(whole, whole.substring(0, 40))).durations(1, List.of());

        assertThatThrownBy(() -> read(folder, "1")).isInstanceOf(TraceException.class)
                .hasMessageContaining("d01.csv:3: column").hasMessageContaining("cut off");

        new TraceFiles(folder).invocations(1, List.of(whole)).durations(1, List.of("o,a,f,10,5"));
        assertThatThrownBy(() -> read(folder, "1")).hasMessageContaining(TraceFolder.DURATIONS + "01.csv:2: column");

        new TraceFiles(folder).durations(1, List.of(duration("o,a,f", 10))).memory(1, List.of("o,a,3"));
        assertThatThrownBy(() -> read(folder, "1")).hasMessageContaining(TraceFolder.MEMORY + "01.csv:2: column");
    }

    private static String reversed(String row) {
        List<String> fields = Arrays.asList(row.split(",", -1));
        Collections.reverse(fields);
        return String.join(",", fields);
    }

    private static TraceFunction find(AzureTrace trace, String name) {
        return trace.functions().stream().filter(f -> f.key().function().equals(name)).findFirst().orElseThrow();
    }

    static AzureTrace read(Path from, String days) {
        return new TraceReader(Progress.unheard()).read("test", new TraceFolder(from).select(days));
    }

    static Path captured() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(TraceReaderTest.class.getResource("/captured")).toURI());
    }
}
