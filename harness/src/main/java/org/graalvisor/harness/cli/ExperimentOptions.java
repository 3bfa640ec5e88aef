package org.graalvisor.harness.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.graalvisor.harness.config.ConfigurationException;
import org.graalvisor.harness.experiment.CellPlanner;
import org.graalvisor.harness.experiment.Experiment;
import org.graalvisor.harness.experiment.ExperimentCatalog;
import org.graalvisor.harness.experiment.ExperimentReader;
import org.graalvisor.harness.experiment.LanguageSelection;
import org.graalvisor.harness.experiment.Rig;
import org.graalvisor.harness.experiment.Workloads;
import org.graalvisor.harness.platform.Artifacts;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options of all commands that take experiments. */
final class ExperimentOptions {
    @Parameters(paramLabel = "figures", arity = "0..*", description = "Experiments by name (see list), or files that end in .yaml. Default: all that ship.")
    private List<String> figures = List.of();

    @Option(names = "--scale", paramLabel = "SCALE", defaultValue = "smoke", description = "Size of the runs: smoke, small or paper. Default: ${DEFAULT-VALUE}.")
    private String scale = "smoke";

    @Option(names = "--method", paramLabel = "METHOD", defaultValue = "equal", description = "Measuring rules: equal (the same for all) or paper. Default: ${DEFAULT-VALUE}.")
    private String method = "equal";

    @Option(names = "--artifacts", paramLabel = "DIR", description = "Use native files built earlier: DIR/graalvisor and DIR/WORKLOAD.so.")
    private Optional<Path> artifacts = Optional.empty();

    @Option(names = "--languages", paramLabel = "LANGUAGES", split = ",", description = "Run functions of these languages only: java,js,python. Default: java,js at smoke, all otherwise.")
    private List<String> languages = List.of();

    @Option(names = "--trace", paramLabel = "DIR", description = "For fig9 and fig10: replay minutes of this trace (the three tables of 2019) instead of a generated one.")
    private Optional<Path> trace = Optional.empty();

    /** The rig, without libraries of languages that are not run. */
    Rig rig(Services services) {
        return services.rig(artifacts, selection());
    }

    /**
     * The same without building anything.
     *
     * @param planned says where images will be
     */
    Rig rig(Services services, Artifacts planned) {
        return services.rig(artifacts, selection(), planned);
    }

    private LanguageSelection selection() {
        return languages.isEmpty() ? LanguageSelection.defaultOf(scale) : LanguageSelection.of(languages);
    }

    List<String> figures() {
        return figures.isEmpty() ? ExperimentCatalog.NAMES : List.copyOf(figures);
    }

    List<Experiment> read(Rig rig) {
        ExperimentCatalog catalog = catalog(rig);
        List<Experiment> experiments = figures().stream().map(figure -> catalog.read(figure, scale, method)
                .restrictedTo(selection())).map(this::onTrace).distinct().toList();
        List<String> empty = experiments.stream().filter(experiment -> experiment.workloads().isEmpty()).map(
                Experiment::name).toList();
        if (!figures.isEmpty() && !empty.isEmpty()) {
            throw new ConfigurationException(empty.stream().map(name -> name + ": it has no function in "
                    + String.join(", ", selection().names()) + "; add others with --languages").toList());
        }
        return experiments.stream().filter(experiment -> !empty.contains(experiment.name())).toList();
    }

    private Experiment onTrace(Experiment experiment) {
        return trace.map(folder -> experiment.onTrace(folder.toString())).orElse(experiment);
    }

    static ExperimentCatalog catalog(Rig rig) {
        CellPlanner planner = new CellPlanner(rig.platforms(), rig.artifacts());
        return new ExperimentCatalog(new ExperimentReader(planner.platformNames(), Workloads.NAMES));
    }
}
