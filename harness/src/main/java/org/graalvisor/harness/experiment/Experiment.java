package org.graalvisor.harness.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One experiment at one scale, with all its numbers resolved.
 *
 * @param name name, for example {@code fig3}
 * @param title what it shows, one line
 * @param scale size of the run
 * @param method measuring rules
 * @param seed root seed of everything random in it
 * @param platforms systems to measure, in the order of the file
 * @param workloads functions to run
 * @param settings the numbers
 */
public record Experiment(String name, String title, String scale, String method, long seed, List<String> platforms,
        List<String> workloads, Settings settings) {

    /** Copies the lists. */
    public Experiment {
        platforms = List.copyOf(platforms);
        workloads = List.copyOf(workloads);
    }

    /**
     * Returns the part of the experiment that is about some languages. It may be empty.
     *
     * @param languages whose functions are run
     */
    public Experiment restrictedTo(LanguageSelection languages) {
        return new Experiment(name, title, scale, method, seed,
                platforms.stream().filter(languages::includesPlatform).toList(),
                workloads.stream().filter(languages::includesWorkload).toList(), settings);
    }

    /**
     * Returns the experiment on another trace; the same one when it replays none.
     *
     * @param from folder in the official layout of 2019, or the file of a schedule
     */
    public Experiment onTrace(String from) {
        return settings instanceof Settings.TraceReplay replay
                ? new Experiment(name, title, scale, method, seed, platforms, workloads, new Settings.TraceReplay(replay
                        .trace().from(from), replay.node(), replay.work(), replay.choices(), replay.costs(), replay
                                .drainMs()))
                : this;
    }

    /** Returns the hash of the schedule, of experiments that have one. */
    Optional<String> scheduleHash() {
        return settings instanceof Settings.TraceReplay replay
                ? Optional.of(replay.schedule().hash())
                : Optional.empty();
    }

    /** Returns everything that decides what is measured, for the manifest. */
    public Map<String, Object> resolvedConfig() {
        Map<String, Object> config = new TreeMap<>(settings.toMap());
        config.put("platforms", platforms);
        config.put("workloads", workloads);
        config.put("seed", seed);
        return config;
    }
}
