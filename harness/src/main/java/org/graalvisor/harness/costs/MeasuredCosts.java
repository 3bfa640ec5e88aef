package org.graalvisor.harness.costs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.graalvisor.analysis.data.Experiment;
import org.graalvisor.analysis.data.Results;
import org.graalvisor.analysis.data.Statistic;
import org.graalvisor.harness.config.ConfigurationException;
import org.graalvisor.harness.replay.InstancePlatforms;
import org.graalvisor.results.RunStore;
import org.graalvisor.trace.manage.GraalvisorPolicy;
import org.graalvisor.trace.manage.OpenWhiskPolicy;
import org.graalvisor.trace.manage.PhotonsPolicy;
import org.graalvisor.trace.simulate.CostModel;
import org.graalvisor.trace.simulate.CostModels;

/** Makes cost models of results: cold starts and idle memory of Fig. 8, isolates of Fig. 3, a replay when there is one. */
public final class MeasuredCosts {
    private static final String COLD_STARTS = "fig8";
    private static final String ISOLATES = "fig3";
    private static final String REPLAY = "fig9";
    private static final double US_PER_MS = 1_000;
    private static final double NO_GARBAGE = 1;
    private static final long TOUCHES_WITHIN_ITS_DURATION = 0;

    /** Each policy's platforms in Fig. 8, the most fitting first: action proxy or plain JVM, one function or many. */
    private static final Map<String, List<String>> PLATFORMS = Map.of(
            OpenWhiskPolicy.NAME, List.of("openwhisk-java", "jvm-hello"),
            PhotonsPolicy.NAME, List.of("graalvisor-single", "graalvisor-native"),
            GraalvisorPolicy.NAME, List.of("graalvisor-native"));

    private final Experiment coldStarts;
    private final Experiment isolates;
    private final RunStore store;

    private MeasuredCosts(Experiment coldStarts, Experiment isolates, RunStore store) {
        this.coldStarts = coldStarts;
        this.isolates = isolates;
        this.store = store;
    }

    /**
     * Makes the models.
     *
     * @param results folder of all results
     * @param reference whether the reference runs may stand in for runs of this machine
     * @throws ConfigurationException when something was not measured, saying what to run
     */
    public static CostModels of(Path results, boolean reference) {
        Results loaded = Results.load(results);
        List<String> missing = new ArrayList<>();
        Optional<Experiment> coldStarts = usable(loaded, COLD_STARTS, reference, missing);
        Optional<Experiment> isolates = usable(loaded, ISOLATES, reference, missing);
        if (coldStarts.isEmpty() || isolates.isEmpty()) {
            throw new ConfigurationException(missing);
        }
        MeasuredCosts costs = new MeasuredCosts(coldStarts.get(), isolates.get(), new RunStore(results));
        Map<String, CostModel> models = new LinkedHashMap<>();
        PLATFORMS.forEach((policy, platforms) -> models.put(policy, costs.model(policy, platforms)));
        return new CostModels(models);
    }

    private static Optional<Experiment> usable(Results results, String name, boolean reference, List<String> missing) {
        Optional<Experiment> found = results.experiment(name)
                .filter(experiment -> reference || experiment.origin() == RunStore.Origin.OWN);
        if (found.isEmpty()) {
            missing.add("there is no finished run of " + name + " of this machine: run 'graalvisor run " + name
                    + "' first, or allow the reference run with --reference");
        }
        return found;
    }

    private CostModel model(String policy, List<String> platforms) {
        CostSources starts = new CostSources(coldStarts);
        CostSources sandboxes = new CostSources(isolates);
        String platform = platforms.stream().filter(this::wasStarted).findFirst()
                .orElseThrow(() -> new ConfigurationException(List.of("the run of " + COLD_STARTS + " has none of "
                        + String.join(", ", platforms) + ", so the costs of the policy " + policy
                        + " are unknown: build what 'graalvisor check' names and run it again with --fresh")));
        boolean inIsolates = !policy.equals(OpenWhiskPolicy.NAME);
        Optional<ReplayedCosts> replayed = store.latestFinished(RunStore.Origin.OWN, REPLAY)
                .flatMap(run -> ReplayedCosts.of(run, policy));
        double startUs = US_PER_MS * known(starts.median(platform, "boot_to_first_function_ms", Statistic.MEDIAN));
        double baseBytes = known(starts.median(platform, "idle_rss_bytes", Statistic.MEDIAN));
        double overheadUs = inIsolates
                ? US_PER_MS * known(sandboxes.atMostIsolates("graalvisor-native", "isolate_cold_start_ms",
                        Statistic.MEDIAN_OF_LAST_TENTH))
                : 0;
        double overheadBytes = inIsolates
                ? known(sandboxes.atMostIsolates("graalvisor-native", "private_dirty_bytes",
                        Statistic.GROWTH_PER_ISOLATE))
                : 0;
        String provenance = "measured: " + starts.provenance() + (inIsolates ? "; " + sandboxes.provenance() : "")
                + replayed.map(costs -> "; " + costs.provenance()).orElse("") + "; assumed: " + (inIsolates
                        ? "an isolate that was idle for 1 s gives its memory back"
                        : "a JVM keeps its heap until it ends")
                + ", and a warm invocation adds nothing"
                + "; touching memory is part of the duration";
        return new CostModel(
                Math.round(replayed.map(ReplayedCosts::coldStartUs).orElse(OptionalDouble.empty()).orElse(startUs)),
                Math.round(replayed.map(ReplayedCosts::overheadUs).orElse(OptionalDouble.empty()).orElse(overheadUs)),
                TOUCHES_WITHIN_ITS_DURATION, Math.round(baseBytes), Math.max(0, Math.round(overheadBytes)),
                InstancePlatforms.retainedUs(policy),
                NO_GARBAGE, provenance);
    }

    private boolean wasStarted(String platform) {
        CostSources tried = new CostSources(coldStarts);
        return tried.median(platform, "boot_to_first_function_ms", Statistic.MEDIAN).isPresent()
                && tried.median(platform, "idle_rss_bytes", Statistic.MEDIAN).isPresent();
    }

    private static double known(OptionalDouble measured) {
        return measured.orElseThrow(() -> new ConfigurationException(List.of("the runs of " + COLD_STARTS + " and "
                + ISOLATES + " lack cells of graalvisor-native: run them again with --fresh")));
    }
}
