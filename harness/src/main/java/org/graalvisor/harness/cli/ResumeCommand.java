package org.graalvisor.harness.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.graalvisor.harness.config.ConfigurationException;
import org.graalvisor.harness.experiment.Experiment;
import org.graalvisor.harness.experiment.LanguageSelection;
import org.graalvisor.harness.experiment.Rig;
import org.graalvisor.results.RunPlan;
import org.graalvisor.results.RunStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Goes on with unfinished runs. */
@Command(name = "resume", description = "Go on with interrupted or killed runs, each at its own scale and method.", footer = {
        "", "Examples:", "  graalvisor resume", "  graalvisor resume fig7"})
final class ResumeCommand implements Callable<Integer> {
    private final Services services;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ResultsOption results = new ResultsOption();

    @Parameters(paramLabel = "experiments", arity = "0..*", description = "Which. Default: all with unfinished runs.")
    private List<String> experiments = List.of();

    @Option(names = "--artifacts", paramLabel = "DIR", description = "Use native files built earlier.")
    private Optional<Path> artifacts = Optional.empty();

    ResumeCommand(Services services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        RunStore store = results.writableStore();
        List<String> names = experiments.isEmpty() ? store.experiments(RunStore.Origin.OWN) : experiments;
        Rig rig = services.rig(artifacts, languages(store, names));
        RunSession session = new RunSession(rig, store, spec.commandLine().getErr());
        List<Experiment> unfinished = new ArrayList<>();
        for (String name : names) {
            store.latestUnfinished(name).ifPresent(run -> {
                RunPlan plan = run.manifest().plan();
                Experiment experiment = ExperimentOptions.catalog(rig).read(name, plan.scale(), plan.method())
                        .restrictedTo(LanguageSelection.of(plan));
                if (!session.runner().canResume(experiment)) {
                    throw new ConfigurationException(List.of("run " + run.manifest().runId() + " of " + name
                            + " was planned differently (other numbers, systems or tools); start a new one: "
                            + "graalvisor run " + name + " --fresh"));
                }
                unfinished.add(experiment);
            });
        }
        if (unfinished.isEmpty()) {
            spec.commandLine().getErr().println("there is no unfinished run in " + store.root());
        }
        return session.run(unfinished, false);
    }

    /** Those of all unfinished runs, so that no library is built that none of them needs. */
    private static LanguageSelection languages(RunStore store, List<String> names) {
        return new LanguageSelection(names.stream().map(store::latestUnfinished).flatMap(Optional::stream)
                .flatMap(run -> LanguageSelection.of(run.manifest().plan()).names().stream()).toList());
    }
}
