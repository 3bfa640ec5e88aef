package org.graalvisor.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRoundTripTest {
    @TempDir
    Path root;

    @Test
    void whatIsWrittenIsReadBack() {
        RunStore store = new RunStore(root);
        Manifest manifest = SampleRun.manifest();
        try (RunWriter run = store.create(manifest); CellWriter cell = run.openCell(SampleRun.CELL)) {
            SampleRun.writeAll(cell);
            cell.close(Verdict.degraded("driver CPU saturated"));
            run.finish(Verdict.valid(), RunState.FINISHED, SampleRun.ENDED);
        }

        RunReader reader = store.latestFinished(RunStore.Origin.OWN, "fig3").orElseThrow();
        assertThat(reader.manifest().plan()).isEqualTo(manifest.plan());
        assertThat(reader.manifest().environment()).isEqualTo(manifest.environment());
        assertThat(reader.manifest().outcome().endedAt()).contains(SampleRun.ENDED);
        assertThat(reader.missingCells()).extracting(PlannedCell::id).containsExactly("other");
        assertThat(reader.cells()).singleElement().satisfies(RunRoundTripTest::holdsEverything);
    }

    private static void holdsEverything(CellReader cell) {
        assertThat(cell.verdict()).isEqualTo(Verdict.degraded("driver CPU saturated"));
        assertThat(cell.dimensions()).containsEntry("isolates", "64");
        assertThat(cell.tornLines()).isZero();
        try (Stream<InvocationRecord> rows = cell.invocations()) {
            assertThat(rows).containsExactlyElementsOf(SampleRun.invocations());
        }
        try (Stream<ResourceSample> rows = cell.resources()) {
            assertThat(rows).containsExactlyElementsOf(SampleRun.resources());
        }
        try (Stream<Measurement> rows = cell.measurements()) {
            assertThat(rows).containsExactlyElementsOf(SampleRun.measurements());
        }
        try (Stream<Event> rows = cell.events()) {
            assertThat(rows).containsExactlyElementsOf(SampleRun.events());
        }
        Histogram measured = cell.latency(Phase.MEASURE);
        assertThat(measured.getTotalCount()).isEqualTo(4);
        assertThat(measured.getMinValue()).isEqualTo(100);
        assertThat(cell.latency(Phase.WARMUP).getTotalCount()).isEqualTo(1);
    }

    @Test
    void noTemporaryFileIsLeftBehind() throws Exception {
        try (RunWriter run = new RunStore(root).create(SampleRun.manifest())) {
            run.openCell("other").close(Verdict.valid());
            run.finish(Verdict.valid(), RunState.FINISHED, SampleRun.ENDED);
        }
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).doesNotContain("manifest.json.tmp",
                    "DONE.tmp");
        }
    }
}
