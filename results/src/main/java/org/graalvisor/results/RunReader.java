package org.graalvisor.results;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads one run. */
public final class RunReader {
    private final Path folder;
    private final Manifest manifest;

    /**
     * @param folder the run's folder, that is the one with {@code manifest.json}
     * @throws ResultsException when the manifest is missing, damaged or of another schema version
     */
    public RunReader(Path folder) {
        this.folder = folder;
        this.manifest = ManifestFormat.read(folder);
    }

    /** The run's folder. */
    public Path folder() {
        return folder;
    }

    /** The manifest as it was when this reader was made. */
    public Manifest manifest() {
        return manifest;
    }

    /** The newest complete and unharmed attempt at each cell that has one, in the order of the plan. */
    public List<CellReader> cells() {
        return manifest.plan().cells().stream().map(this::cell).flatMap(Optional::stream).toList();
    }

    /** The newest complete and unharmed attempt at that cell; empty when there is none. */
    public Optional<CellReader> cell(PlannedCell cell) {
        return new AttemptFolders(folder, cell.id()).newestDone()
                .map(attempt -> new CellReader(attempt, cell, DoneMarker.read(attempt).verdict()));
    }

    /** Planned cells without a complete attempt, in the order of the plan. */
    public List<PlannedCell> missingCells() {
        return manifest.plan().cells().stream().filter(cell -> cell(cell).isEmpty()).toList();
    }

    /**
     * The newest attempt at that cell, complete or not, for looking at what a failed or killed attempt left.
     *
     * @return empty when the cell was never tried; an attempt without a marker reads as
     *         {@code INVALID(attempt not finished)}
     */
    public Optional<CellReader> newestAttempt(PlannedCell cell) {
        AttemptFolders attempts = new AttemptFolders(folder, cell.id());
        List<Integer> numbers = attempts.numbers();
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        Path attempt = attempts.folder(numbers.getLast());
        Verdict verdict = DoneMarker.exists(attempt)
                ? DoneMarker.read(attempt).verdict()
                : Verdict.invalid("attempt not finished");
        return Optional.of(new CellReader(attempt, cell, verdict));
    }
}
