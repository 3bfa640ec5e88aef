package org.graalvisor.analysis.data;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.graalvisor.results.RunReader;
import org.graalvisor.results.RunStore;

/**
 * The newest finished run of every experiment below a results folder.
 *
 * @param experiments by name
 */
public record Results(SortedMap<String, Experiment> experiments) {

    public Results {
        experiments = Collections.unmodifiableSortedMap(new TreeMap<>(experiments));
    }

    /**
     * Reads everything; own runs come before reference runs.
     *
     * @param resultsRoot the results folder
     * @throws org.graalvisor.results.ResultsException when a file is damaged
     */
    public static Results load(Path resultsRoot) {
        RunStore store = new RunStore(resultsRoot);
        TreeSet<String> names = new TreeSet<>(store.experiments(RunStore.Origin.OWN));
        names.addAll(store.experiments(RunStore.Origin.REFERENCE));
        SortedMap<String, Experiment> loaded = new TreeMap<>();
        for (String name : names) {
            newest(store, name).ifPresent(experiment -> loaded.put(name, experiment));
        }
        return new Results(loaded);
    }

    /** The experiment of that name; empty when it has no finished run. */
    public Optional<Experiment> experiment(String name) {
        return Optional.ofNullable(experiments.get(name));
    }

    private static Optional<Experiment> newest(RunStore store, String name) {
        for (RunStore.Origin origin : List.of(RunStore.Origin.OWN, RunStore.Origin.REFERENCE)) {
            Optional<RunReader> run = store.latestFinished(origin, name);
            if (run.isPresent()) {
                return Optional.of(ExperimentLoader.load(run.get(), origin));
            }
        }
        return Optional.empty();
    }
}
