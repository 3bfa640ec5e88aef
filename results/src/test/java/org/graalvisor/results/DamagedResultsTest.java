package org.graalvisor.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DamagedResultsTest {
    private static final PlannedCell CELL = SampleRun.manifest().cell(SampleRun.CELL).orElseThrow();

    @TempDir
    Path root;

    private Path runFolder;
    private Path attempt;

    @BeforeEach
    void writeARunWhoseCellWasNotMarked() {
        try (RunWriter run = new RunStore(root).create(SampleRun.manifest());
                CellWriter cell = run.openCell(SampleRun.CELL)) {
            SampleRun.writeAll(cell);
            runFolder = run.folder();
            attempt = cell.folder();
        }
    }

    @ParameterizedTest
    @CsvSource({"invocations.csv,'4,hello'", "resources.csv,'7'", "measurements.csv,'\"half'",
            "events.jsonl,'{\"elapsed_ns\":5'",
            "latency.hlog,'Tag=measure,3.5,1.0,0.4,HIST'"})
    void aTornLastLineIsLeftOutAndCounted(String file, String torn) throws IOException {
        Files.writeString(attempt.resolve(file), torn, StandardOpenOption.APPEND);

        CellReader reader = newestAttempt();

        assertThat(reader.tornLines()).isEqualTo(1);
        assertThat(reader.verdict().level()).isEqualTo(Verdict.Level.INVALID);
        assertThat(readAll(reader)).isEqualTo(4 + 2 + 3 + 2 + 4);
    }

    @Test
    void aTornLineLongerThanOneBlockIsLeftOut() throws IOException {
        Files.writeString(attempt.resolve("events.jsonl"), "x".repeat(40_000), StandardOpenOption.APPEND);
        assertThat(readAll(newestAttempt())).isEqualTo(15);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "invocations.csv  | '4,f,0,1,2,200,hot,,measure,completed'       | 6 | hot     | start_kind",
            "invocations.csv  | '4,f,zero,1,2,200,warm,,measure,completed'   | 6 | zero    | intended_ns",
            "invocations.csv  | '4,f,0,1,2'                                  | 6 | 4,f,0,1,2 | 10 values",
            "invocations.csv  | '4,f,0,,,200,warm,,measure,completed'        | 6 | 4,f,0,,,200,warm,,measure,completed | dropped",
            "resources.csv    | '1,2,3,4,5,9999999999,1'                     | 4 | 9999999999 | threads",
            "measurements.csv | 'm,us,0,fast'                                | 5 | fast    | value",
            "measurements.csv | 'm,us,0,NaN'                                 | 5 | m,us,0,NaN | left out",
            "events.jsonl     | '{\"elapsed_ns\":\"soon\"}'                  | 3 | '\"soon\"' | elapsed_ns",
            "latency.hlog     | 'Tag=measure,3.5,1.0,0.4,HISTgarbage'        | 7 | 'Tag=measure,3.5,1.0,0.4,HISTgarbage' | histogram"})
    void anyOtherMalformedLineNamesFileLineAndValue(String file, String line, long number, String value, String problem)
            throws IOException {
        Files.writeString(attempt.resolve(file), line + "\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> readAll(newestAttempt())).isInstanceOfSatisfying(MalformedResultException.class,
                error -> {
                    assertThat(error.file()).isEqualTo(attempt.resolve(file));
                    assertThat(error.line()).isEqualTo(number);
                    assertThat(error.value()).isEqualTo(value);
                    assertThat(error).hasMessageContaining(problem).hasMessageContaining("line " + number);
                });
    }

    @Test
    void anUnclosedQuoteIsATypedError() throws IOException {
        Files.writeString(attempt.resolve("measurements.csv"), "\"m,us,0,1\nn,us,0,1\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> readAll(newestAttempt())).isInstanceOf(MalformedResultException.class)
                .hasMessageContaining("measurements.csv line 5");
    }

    @Test
    void aTableWithOtherColumnsIsRefused() throws IOException {
        Files.writeString(attempt.resolve("resources.csv"), "elapsed_ms,rss\n1,2\n");
        assertThatThrownBy(() -> readAll(newestAttempt())).isInstanceOf(MalformedResultException.class)
                .hasMessageContaining("elapsed_ms,rss").hasMessageContaining("elapsed_ns,rss_bytes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"schemaVersion\" : 1 | \"schemaVersion\" : 99 | schemaVersion | 99",
            "\"running\" | \"walking\" | state | walking", "\"cores\" : 2 | \"cores\" : \"two\" | host.cores | two",
            "\"2026-01-02T03:04:05Z\" | \"yesterday\" | startedAt | yesterday",
            "\"VALID\" | \"FINE\" | verdict.level | FINE"})
    void aDamagedManifestNamesFieldAndValue(String original, String damaged, String field, String value)
            throws IOException {
        Path manifest = runFolder.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace(original, damaged));
        assertThatThrownBy(() -> new RunReader(runFolder)).isInstanceOf(MalformedResultException.class)
                .hasMessageContaining("manifest.json").hasMessageContaining(field).hasMessageContaining(value);
    }

    @Test
    void aManifestThatIsNoJsonNamesTheLine() throws IOException {
        Files.writeString(runFolder.resolve("manifest.json"), "{\n\"experiment\": oops\n}");
        assertThatThrownBy(() -> new RunReader(runFolder)).isInstanceOf(MalformedResultException.class)
                .hasMessageContaining("manifest.json line 2");
    }

    private CellReader newestAttempt() {
        return new RunReader(runFolder).newestAttempt(CELL).orElseThrow();
    }

    private static long readAll(CellReader cell) {
        long count = cell.latency(Phase.MEASURE).getTotalCount();
        for (Stream<?> rows : List.of(cell.invocations(), cell.resources(), cell.measurements(), cell.events())) {
            try (rows) {
                count += rows.toList().size();
            }
        }
        return count;
    }
}
