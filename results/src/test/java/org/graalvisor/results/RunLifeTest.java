package org.graalvisor.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLifeTest {
    @TempDir
    Path root;

    @Test
    void aKilledRunGoesOnAtTheFirstCellThatIsNotDone() {
        RunStore store = new RunStore(root);
        try (RunWriter run = store.create(SampleRun.manifest())) {
            run.openCell(SampleRun.CELL).close(Verdict.valid());
            run.openCell("other").abandon();
        }

        Manifest unfinished = store.latestUnfinished("fig3").orElseThrow().manifest();
        try (RunWriter run = store.resume("fig3", unfinished.runId())) {
            assertThat(run.isDone(SampleRun.CELL)).isTrue();
            assertThat(run.verdict(SampleRun.CELL)).contains(Verdict.valid());
            assertThat(run.firstCellToRun()).map(PlannedCell::id).contains("other");
            try (CellWriter second = run.openCell("other")) {
                assertThat(second.folder()).endsWith(Path.of("other", "attempt-2"));
                second.close(Verdict.valid());
            }
            assertThat(run.firstCellToRun()).isEmpty();
            run.finish(Verdict.valid(), RunState.FINISHED, SampleRun.ENDED);
        }
        assertThat(store.latestUnfinished("fig3")).isEmpty();
        assertThat(store.latestFinished(RunStore.Origin.OWN, "fig3")).isPresent();
        assertThat(store.latestFinished(RunStore.Origin.REFERENCE, "fig3")).isEmpty();
        assertThat(store.experiments(RunStore.Origin.OWN)).containsExactly("fig3");
    }

    @Test
    void theNewestRunIsTheOneThatStartedLast() {
        RunStore store = new RunStore(root);
        finished(store, SampleRun.manifest("fig8", "b", SampleRun.STARTED));
        finished(store, SampleRun.manifest("fig8", "a", SampleRun.STARTED.plus(Duration.ofHours(1))));
        store.create(SampleRun.manifest("fig8", "c", SampleRun.STARTED.plus(Duration.ofHours(2)))).close();

        assertThat(store.latestFinished(RunStore.Origin.OWN, "fig8")).map(run -> run.manifest().runId()).contains("a");
        assertThat(store.latestUnfinished("fig8")).map(run -> run.manifest().runId()).contains("c");
    }

    @Test
    void aChangedFileUndoesTheMarker() throws IOException {
        try (RunWriter run = new RunStore(root).create(SampleRun.manifest()); CellWriter cell = run.openCell("other")) {
            cell.append(Measurement.scalar("m", "us", 1));
            cell.close(Verdict.valid());
            assertThat(run.isDone("other")).isTrue();
            Files.writeString(cell.folder().resolve("measurements.csv"), "m,us,1,2.0\n", StandardOpenOption.APPEND);
            assertThat(run.isDone("other")).isFalse();
        }
    }

    @Test
    void aMissingFileUndoesTheMarker() throws IOException {
        try (RunWriter run = new RunStore(root).create(SampleRun.manifest()); CellWriter cell = run.openCell("other")) {
            cell.close(Verdict.valid());
            Files.delete(cell.folder().resolve("stderr.log"));
            assertThat(run.isDone("other")).isFalse();
        }
    }

    @Test
    void aCellLeftByAnExceptionIsNotDone() {
        try (RunWriter run = new RunStore(root).create(SampleRun.manifest())) {
            try (CellWriter cell = run.openCell("other")) {
                cell.append(Measurement.scalar("m", "us", 1));
            }
            assertThat(run.isDone("other")).isFalse();
            assertThat(new RunReader(run.folder()).cells()).isEmpty();
        }
    }

    @Test
    void twoWritersOfOneRunAreRefused() {
        RunStore store = new RunStore(root);
        try (RunWriter run = store.create(SampleRun.manifest())) {
            assertThatThrownBy(() -> store.resume("fig3", run.manifest().runId())).isInstanceOf(ResultsException.class)
                    .hasMessageContaining("lock");
        }
    }

    @Test
    void anExistingRunIsNotOverwritten() {
        RunStore store = new RunStore(root);
        store.create(SampleRun.manifest()).close();
        assertThatThrownBy(() -> store.create(SampleRun.manifest())).isInstanceOf(ResultsException.class)
                .hasMessageContaining("already exists");
    }

    @Test
    void anUnwritableRootFailsWhenTheRunIsCreated() throws IOException {
        Path file = Files.createFile(root.resolve("file"));
        assertThatThrownBy(() -> new RunStore(file).create(SampleRun.manifest())).isInstanceOf(ResultsException.class)
                .hasMessageContaining(file.toString()).hasMessageContaining("permissions");
    }

    @Test
    void anUnplannedCellIsRefused() {
        try (RunWriter run = new RunStore(root).create(SampleRun.manifest())) {
            assertThatThrownBy(() -> run.openCell("surprise")).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("surprise");
        }
    }

    @Test
    void aCellCannotEndTwice() {
        try (RunWriter run = new RunStore(root).create(SampleRun.manifest()); CellWriter cell = run.openCell("other")) {
            cell.close(Verdict.valid());
            cell.abandon();
            assertThatThrownBy(() -> cell.close(Verdict.valid())).isInstanceOf(IllegalStateException.class);
            assertThat(run.isDone("other")).isTrue();
        }
    }

    private static void finished(RunStore store, Manifest manifest) {
        try (RunWriter run = store.create(manifest)) {
            run.finish(Verdict.valid(), RunState.FINISHED, SampleRun.ENDED);
        }
    }
}
