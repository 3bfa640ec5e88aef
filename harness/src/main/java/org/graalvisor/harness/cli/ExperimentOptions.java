package org.graalvisor.harness.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.graalvisor.harness.config.ConfigurationException;
import org.graalvisor.harness.config.NearestName;
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
    private static final String EQUAL = ExperimentReader.METHODS.getFirst();
    private static final String BOTH = "both";

    @Parameters(paramLabel = "figures", arity = "0..*", description = "Experiments by name (see list), or files that end in .yaml. Default: all that ship.")
    private List<String> figures = List.of();

    @Option(names = "--scale", paramLabel = "SCALE", defaultValue = "smoke", description = "Size of the runs: smoke, small or paper. Default: ${DEFAULT-VALUE}.")
    private String scale = "smoke";

    @Option(names = "--method", paramLabel = "METHOD", description = "Measuring rules: equal (the same for all), paper (those of the paper, which were not), or both, one run each. Default: equal; of reproduce, both at small and paper.")
    private Optional<String> method = Optional.empty();

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

    /** The experiments by the rules the user asked for, or by equal ones. */
    List<Experiment> read(Rig rig) {
        return read(rig, EQUAL);
    }

    /** The experiments to be reported: by both rules, but where a run is only to show that everything works. */
    List<Experiment> readForReport(Rig rig) {
        return read(rig, scale.equals(ExperimentReader.SCALES.getFirst()) ? EQUAL : BOTH);
    }

    private List<Experiment> read(Rig rig, String defaultMethod) {
        ExperimentCatalog catalog = catalog(rig);
        List<Experiment> experiments = figures().stream().flatMap(figure -> read(catalog, figure, method.orElse(
                defaultMethod)).stream()).map(experiment -> experiment.restrictedTo(selection())).map(
                        this::onTrace).distinct().toList();
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

    /** Experiments whose rules do not differ are run once. */
    private List<Experiment> read(ExperimentCatalog catalog, String figure, String wanted) {
        if (ExperimentReader.METHODS.contains(wanted)) {
            return List.of(catalog.read(figure, scale, wanted));
        }
        List<String> valid = Stream.concat(ExperimentReader.METHODS.stream(), Stream.of(BOTH)).toList();
        if (!valid.contains(wanted)) {
            throw new ConfigurationException(List.of("--method: unknown value " + wanted + "; " + NearestName.hint(
                    wanted, valid)));
        }
        List<Experiment> all = ExperimentReader.METHODS.stream().map(one -> catalog.read(figure, scale, one)).toList();
        boolean same = all.stream().map(Experiment::settings).distinct().count() == 1;
        return same ? all.subList(0, 1) : all;
    }

    static ExperimentCatalog catalog(Rig rig) {
        CellPlanner planner = new CellPlanner(rig.platforms(), rig.artifacts());
        return new ExperimentCatalog(new ExperimentReader(planner.platformNames(), Workloads.NAMES));
    }
}
