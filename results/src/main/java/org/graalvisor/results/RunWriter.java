package org.graalvisor.results;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes one run. Holds a lock on the run's folder, released by {@link #close()} or with the process, so that two harnesses
 * never write the same run. Not safe for use by several threads; the cells it opens are.
 */
public final class RunWriter implements AutoCloseable {
    private static final String LOCK_FILE = "run.lock";
    private static final String REMEDY = "Check free space and permissions of the results folder, or give another one";

    private final Path folder;
    private final FileChannel lockChannel;
    private Manifest manifest;

    private RunWriter(Path folder, FileChannel lockChannel, Manifest manifest) {
        this.folder = folder;
        this.lockChannel = lockChannel;
        this.manifest = manifest;
    }

    static RunWriter create(Path folder, Manifest manifest) {
        if (Files.exists(folder.resolve(ManifestFormat.FILE_NAME))) {
            throw new ResultsException("create run folder " + folder, "a run of that id already exists",
                    "Resume it, or choose another run id");
        }
        try {
            Files.createDirectories(folder.resolve("cells"));
        } catch (IOException e) {
            throw new ResultsException("create run folder " + folder, e, REMEDY);
        }
        return locked(folder, manifest);
    }

    static RunWriter resume(Path folder) {
        Manifest manifest = ManifestFormat.read(folder);
        return locked(folder,
                manifest.withOutcome(RunOutcome.started(manifest.outcome().startedAt())));
    }

    private static RunWriter locked(Path folder, Manifest manifest) {
        RunWriter writer = new RunWriter(folder, lock(folder), manifest);
        writer.replaceManifest(manifest);
        return writer;
    }

    private static FileChannel lock(Path folder) {
        String attempt = "lock run folder " + folder;
        try {
            FileChannel channel = FileChannel.open(folder.resolve(LOCK_FILE), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return channel;
                }
            } catch (OverlappingFileLockException e) {
                channel.close();
                throw new ResultsException(attempt, e, "This process writes the run already; close that writer first");
            }
            channel.close();
        } catch (IOException e) {
            throw new ResultsException(attempt, e, REMEDY);
        }
        throw new ResultsException(attempt, "another process is writing this run",
                "Wait until it ends, or start a run of another id");
    }

    /** The run's folder. */
    public Path folder() {
        return folder;
    }

    /** The manifest as it is on disk. */
    public Manifest manifest() {
        return manifest;
    }

    /**
     * Starts the next attempt at a planned cell.
     *
     * @throws IllegalArgumentException when the cell is not in the plan
     * @throws ResultsException when the disk refuses
     */
    public CellWriter openCell(String cellId) {
        requirePlanned(cellId);
        Path attempt = attempts(cellId).next();
        try {
            return new CellWriter(attempt);
        } catch (IOException e) {
            throw new ResultsException("open " + attempt, e, REMEDY);
        }
    }

    /**
     * Whether an attempt at the cell is complete and unharmed: it has a marker, and length and hash of every file hold.
     *
     * @throws IllegalArgumentException when the cell is not in the plan
     */
    public boolean isDone(String cellId) {
        return attempts(requirePlanned(cellId)).newestDone().isPresent();
    }

    /** The first cell of the plan that {@link #isDone} denies; empty when all are done. */
    public Optional<PlannedCell> firstCellToRun() {
        return manifest.plan().cells().stream().filter(cell -> !isDone(cell.id())).findFirst();
    }

    /** The verdict of the newest complete attempt at the cell; empty when there is none. */
    public Optional<Verdict> verdict(String cellId) {
        return attempts(requirePlanned(cellId)).newestDone().map(attempt -> DoneMarker.read(attempt).verdict());
    }

    /**
     * Records how the run ended and replaces the manifest atomically.
     *
     * @param verdict of the run as such, for reasons that concern every cell (code not committed, swap used); not a summary of
     *        the cells' verdicts, because it counts for each of them
     * @param state {@link RunState#FINISHED} or {@link RunState#INTERRUPTED}
     * @param endedAt when it ended
     * @throws ResultsException when the disk refuses
     */
    public void finish(Verdict verdict, RunState state, Instant endedAt) {
        if (state == RunState.RUNNING) {
            throw new IllegalArgumentException("A run cannot end in state RUNNING");
        }
        replaceManifest(
                manifest.withOutcome(new RunOutcome(manifest.outcome().startedAt(), Optional.of(endedAt), state,
                        verdict)));
    }

    /**
     * Releases the lock. The manifest stays as {@link #finish} or the creation left it. The lock file stays too: deleting it
     * would let a third process lock a new file while a second one holds the deleted one.
     */
    @Override
    public void close() {
        try {
            lockChannel.close();
        } catch (IOException e) {
            throw new ResultsException("unlock run folder " + folder, e, REMEDY);
        }
    }

    private void replaceManifest(Manifest replacement) {
        try {
            ManifestFormat.write(folder, replacement);
            manifest = replacement;
        } catch (IOException e) {
            throw new ResultsException("write " + folder.resolve(ManifestFormat.FILE_NAME), e, REMEDY);
        }
    }

    private String requirePlanned(String cellId) {
        if (manifest.cell(cellId).isEmpty()) {
            throw new IllegalArgumentException("Cell \"" + cellId + "\" is not in the plan of run " + manifest.runId());
        }
        return cellId;
    }

    private AttemptFolders attempts(String cellId) {
        return new AttemptFolders(folder, cellId);
    }
}
