package org.graalvisor.harness.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.graalvisor.harness.experiment.CellPlanner;
import org.graalvisor.harness.experiment.ExperimentCatalog;
import org.graalvisor.harness.experiment.Rig;
import org.graalvisor.harness.experiment.Workloads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists what can be run. */
@Command(name = "list", description = "List experiments, platforms and workloads.", footer = {"", "Example:",
        "  graalvisor list"})
final class ListCommand implements Callable<Integer> {
    private final Services services;

    @Spec
    private CommandSpec spec;

    ListCommand(Services services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Rig rig = services.rig(Optional.empty());
        CellPlanner planner = new CellPlanner(rig.platforms(), rig.artifacts());
        ExperimentCatalog catalog = ExperimentOptions.catalog(rig);
        out.println("Experiments:");
        ExperimentCatalog.NAMES.forEach(
                name -> row(out, name, catalog.read(name, "smoke", "equal").title()));
        out.println("Platforms:");
        planner.platformNames().forEach(name -> row(out, name, planner.availability(name).describe()));
        out.println("Workloads:");
        Workloads.NAMES.forEach(name -> out.println("  " + name));
        return ExitCode.OK;
    }

    private static void row(PrintWriter out, String name, String description) {
        out.printf(Locale.ROOT, "  %-18s %s%n", name, description);
    }
}
