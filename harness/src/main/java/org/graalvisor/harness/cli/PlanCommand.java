package org.graalvisor.harness.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.graalvisor.harness.build.PlannedArtifacts;
import org.graalvisor.harness.experiment.CellPlanner;
import org.graalvisor.harness.experiment.CostEstimate;
import org.graalvisor.harness.experiment.Experiment;
import org.graalvisor.harness.experiment.Rig;
import org.graalvisor.results.PlannedCell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what a run would do. */
@Command(name = "plan", description = "Show cells, time and disk space of a run without running anything.", footer = {
        "", "Examples:", "  graalvisor plan", "  graalvisor plan fig7 --scale paper --cells"})
final class PlanCommand implements Callable<Integer> {
    private static final double BYTES_PER_MB = 1e6;

    private final Services services;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Option(names = "--cells", description = "List every cell in the order in which it will be run.")
    private boolean listCells;

    PlanCommand(Services services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PlannedArtifacts planned = new PlannedArtifacts(services.images());
        Rig rig = options.rig(services, planned);
        CellPlanner planner = new CellPlanner(rig.platforms(), rig.artifacts());
        options.read(rig).forEach(experiment -> print(out, experiment, planner));
        if (!planned.toBuild().isEmpty()) {
            out.println("native images to be built first: " + String.join(", ", planned.toBuild()));
        }
        return ExitCode.OK;
    }

    private void print(PrintWriter out, Experiment experiment, CellPlanner planner) {
        List<PlannedCell> cells = planner.cells(experiment);
        CostEstimate cost = CostEstimate.of(experiment.settings(), cells);
        out.printf(Locale.ROOT, "%s (%s, %s): %s%n", experiment.name(), experiment.scale(), experiment.method(),
                experiment.title());
        out.printf(Locale.ROOT, "  %d cells, at most about %.0f s and %.1f MB%n", cells.size(), cost.seconds(),
                cost.bytes() / BYTES_PER_MB);
        planner.unavailable(experiment)
                .forEach(system -> out.println("  left out: " + system.name() + ": " + system.reason()));
        if (listCells) {
            cells.forEach(cell -> out.println("  " + cell.id()));
        }
    }
}
