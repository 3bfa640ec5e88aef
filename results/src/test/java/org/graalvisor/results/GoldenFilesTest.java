package org.graalvisor.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file format is sealed: its bytes are the same under any default locale. */
class GoldenFilesTest {
    private final Locale before = Locale.getDefault();

    @TempDir
    Path root;

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "tr-TR", "ar-EG-u-nu-arab", "de-DE"})
    void everyFileEqualsItsGoldenCopy(String locale) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(locale));
        Path attempt = writeSampleRun();

        assertThat(normalized(root.resolve("runs/fig3/20260102T030405Z-1a2b/manifest.json"))).isEqualTo(golden(
                "manifest.json"));
        for (String name : List.of("invocations.csv", "resources.csv", "measurements.csv", "events.jsonl",
                "latency.hlog", "DONE")) {
            assertThat(normalized(attempt.resolve(name))).as(name).isEqualTo(golden(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "tr-TR", "ar-EG-u-nu-arab"})
    void aHistogramLogOfThisVersionIsStillRead(String locale) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(locale));
        Path file = root.resolve("latency.hlog");
        Files.writeString(file, read("/captured/latency.hlog"));

        Histogram measured = LatencyLogReader.sum(WholeLines.of(file), Phase.MEASURE);

        assertThat(measured.getTotalCount()).isEqualTo(4);
        assertThat(measured.getMinValue()).isEqualTo(100);
        assertThat(measured.valuesAreEquivalent(measured.getMaxValue(), 400_000)).isTrue();
    }

    private Path writeSampleRun() {
        try (RunWriter run = new RunStore(root).create(SampleRun.manifest());
                CellWriter cell = run.openCell(SampleRun.CELL)) {
            SampleRun.writeAll(cell);
            cell.close(Verdict.degraded("driver CPU saturated"));
            run.finish(Verdict.degraded("code not committed"), RunState.FINISHED, SampleRun.ENDED);
            return cell.folder();
        }
    }

    /** Without what depends on the version of the compression library. */
    private static String normalized(Path file) throws IOException {
        return Files.readString(file)
                .replaceAll("HIST[A-Za-z0-9+/=]+", "HIST...")
                .replaceAll(
                        "(\"name\" : \"latency.hlog\",\\s*\"sha256\" : )\"[0-9a-f]{64}\"(,\\s*\"lengthBytes\" : )\\d+",
                        "$1\"...\"$20");
    }

    private static String golden(String name) throws IOException {
        return read("/golden/" + name);
    }

    private static String read(String resource) throws IOException {
        try (InputStream in = GoldenFilesTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
