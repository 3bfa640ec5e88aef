package org.graalvisor.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All runs below one results folder.
 *
 * @param root the results folder; holds {@code runs} (written here) and {@code reference} (only read)
 */
public record RunStore(Path root) {

    /** Where a run comes from. */
    public enum Origin {
        /** Made on this machine, by this checkout. */
        OWN("runs"),
        /** Committed with the sources, so that figures can be drawn without running anything. */
        REFERENCE("reference");

        private final String folderName;

        Origin(String folderName) {
            this.folderName = folderName;
        }
    }

    /**
     * Creates a run and holds its lock.
     *
     * @throws ResultsException when the folder cannot be written or the run exists
     */
    public RunWriter create(Manifest manifest) {
        return RunWriter.create(runFolder(Origin.OWN, manifest.experiment(), manifest.runId()), manifest);
    }

    /**
     * Opens an existing run of this machine to go on with it; its state becomes {@link RunState#RUNNING}.
     *
     * @throws ResultsException when it does not exist, is damaged, or another process writes it
     */
    public RunWriter resume(String experiment, String runId) {
        return RunWriter.resume(runFolder(Origin.OWN, experiment, runId));
    }

    /** The newest run of this machine that is not finished: interrupted, or killed while it ran. */
    public Optional<RunReader> latestUnfinished(String experiment) {
        return runs(Origin.OWN, experiment).stream().filter(run -> run.manifest().outcome()
                .state() != RunState.FINISHED)
                .findFirst();
    }

    /** The newest finished run of that origin. */
    public Optional<RunReader> latestFinished(Origin origin, String experiment) {
        return runs(origin, experiment).stream().filter(run -> run.manifest().outcome().state() == RunState.FINISHED)
                .findFirst();
    }

    /** All runs of that origin, newest first. Folders without a manifest are not runs. */
    public List<RunReader> runs(Origin origin, String experiment) {
        Names.require("experiment", experiment);
        return folders(root.resolve(origin.folderName).resolve(experiment)).stream()
                .filter(folder -> Files.isRegularFile(folder.resolve(ManifestFormat.FILE_NAME)))
                .map(RunReader::new)
                .sorted(Comparator.comparing((RunReader run) -> run.manifest().outcome().startedAt())
                        .thenComparing(run -> run.manifest().runId()).reversed())
                .toList();
    }

    /** Names of the experiments of which that origin has at least one folder, in alphabetical order. */
    public List<String> experiments(Origin origin) {
        return folders(root.resolve(origin.folderName)).stream().map(folder -> folder.getFileName().toString())
                .toList();
    }

    private Path runFolder(Origin origin, String experiment, String runId) {
        return root.resolve(origin.folderName).resolve(Names.require("experiment", experiment))
                .resolve(Names.require("run id", runId));
    }

    private static List<Path> folders(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new ResultsException("list " + parent, e, "Check permissions of the results folder");
        }
    }
}
