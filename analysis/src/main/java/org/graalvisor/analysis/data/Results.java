package org.graalvisor.analysis.data;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.graalvisor.results.RunReader;
import org.graalvisor.results.RunState;
import org.graalvisor.results.RunStore;

/**
 * The newest finished run of every experiment below a results folder. Runs under the paper's own rules, which treat the systems
 * unequally, stand apart and never replace the others.
 *
 * @param experiments by name
 * @param underPaperRules runs of the method {@link #PAPER_RULES}, by name
 */
public record Results(SortedMap<String, Experiment> experiments, SortedMap<String, Experiment> underPaperRules) {
    /** Name of the method that follows the paper's rules. */
    public static final String PAPER_RULES = "paper";

    public Results {
        experiments = Collections.unmodifiableSortedMap(new TreeMap<>(experiments));
        underPaperRules = Collections.unmodifiableSortedMap(new TreeMap<>(underPaperRules));
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
        SortedMap<String, Experiment> equal = new TreeMap<>();
        SortedMap<String, Experiment> paper = new TreeMap<>();
        for (String name : names) {
            newest(store, name, false).ifPresent(experiment -> equal.put(name, experiment));
            newest(store, name, true).ifPresent(experiment -> paper.put(name, experiment));
        }
        return new Results(equal, paper);
    }

    /** The experiment of that name under equal rules; empty when it has no finished run. */
    public Optional<Experiment> experiment(String name) {
        return Optional.ofNullable(experiments.get(name));
    }

    /** All runs, under equal rules first. */
    public List<Experiment> all() {
        return Stream.concat(experiments.values().stream(), underPaperRules.values().stream()).toList();
    }

    private static Optional<Experiment> newest(RunStore store, String name, boolean paperRules) {
        for (RunStore.Origin origin : List.of(RunStore.Origin.OWN, RunStore.Origin.REFERENCE)) {
            Optional<RunReader> run = store.runs(origin, name).stream()
                    .filter(candidate -> candidate.manifest().outcome().state() == RunState.FINISHED)
                    .filter(candidate -> candidate.manifest().plan().method().equals(PAPER_RULES) == paperRules)
                    .findFirst();
            if (run.isPresent()) {
                return Optional.of(ExperimentLoader.load(run.get(), origin));
            }
        }
        return Optional.empty();
    }
}
