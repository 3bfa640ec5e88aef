package org.graalvisor.harness.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.graalvisor.harness.build.PlannedArtifacts;
import org.graalvisor.harness.config.ConfigurationException;
import org.graalvisor.harness.experiment.CellPlanner;
import org.graalvisor.harness.experiment.ExperimentCatalog;
import org.graalvisor.harness.experiment.LanguageSelection;
import org.graalvisor.harness.experiment.Rig;
import org.graalvisor.harness.listing.GeneratedSection;
import org.graalvisor.harness.listing.TextTable;
import org.graalvisor.harness.listing.WorkloadTable;
import org.graalvisor.workloads.catalogue.Catalogue;
import org.graalvisor.workloads.catalogue.Workload;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what can be run. Builds nothing. */
@Command(name = "list", description = "List experiments, platforms and workloads; builds nothing.", footer = {"",
        "Examples:", "  graalvisor list", "  graalvisor list workloads",
        "  graalvisor --plugins DIR list platforms"})
final class ListCommand implements Callable<Integer> {
    /** Platforms that test the rig itself. */
    private static final List<String> OF_THE_RIG = List.of("null", "fixed-delay", "stalling");

    /** What can be listed. */
    enum Kind {
        EXPERIMENTS, PLATFORMS, WORKLOADS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Services services;

    @Parameters(paramLabel = "WHAT", arity = "0..1", description = "experiments, platforms or workloads. Default: all three.")
    private Optional<Kind> kind = Optional.empty();

    @Option(names = "--write", paramLabel = "FILE", description = "With workloads: write the table into a document, between its two comments, as Markdown and without what depends on the machine or on plug-ins.")
    private Optional<Path> document = Optional.empty();

    @Spec
    private CommandSpec spec;

    ListCommand(Services services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        if (document.isPresent()) {
            if (!kind.equals(Optional.of(Kind.WORKLOADS))) {
                throw new ConfigurationException(List.of("--write is for: list workloads --write FILE"));
            }
            GeneratedSection.write(document.get(), WorkloadTable.markdown(Catalogue.own()));
            return ExitCode.OK;
        }
        Rig rig = services.rig(Optional.empty(), LanguageSelection.ALL, new PlannedArtifacts(services.images()));
        PrintWriter out = spec.commandLine().getOut();
        for (Kind one : kind.map(List::of).orElse(List.of(Kind.values()))) {
            if (kind.isEmpty()) {
                out.println(one + ":");
            }
            lines(one, rig).forEach(line -> out.println(kind.isEmpty() ? "  " + line : line));
        }
        return ExitCode.OK;
    }

    private static List<String> lines(Kind kind, Rig rig) {
        CellPlanner planner = new CellPlanner(rig.platforms(), rig.artifacts());
        return switch (kind) {
            case EXPERIMENTS -> {
                ExperimentCatalog catalog = ExperimentOptions.catalog(rig);
                TextTable table = new TextTable("name", "measures");
                ExperimentCatalog.NAMES.forEach(name -> table.row(name, catalog.read(name, "smoke", "equal").title()));
                yield table.lines();
            }
            case PLATFORMS -> {
                TextTable table = new TextTable("name", "here");
                planner.platformNames().forEach(name -> table.row(name, planner.availability(name).describe()));
                yield table.lines();
            }
            case WORKLOADS -> WorkloadTable.text(Catalogue.all(), workload -> platforms(workload, planner));
        };
    }

    private static String platforms(Workload workload, CellPlanner planner) {
        if (workload.unavailable().isPresent()) {
            return workload.unavailable().orElseThrow();
        }
        String names = planner.platformNames().stream().filter(name -> !OF_THE_RIG.contains(name)).filter(
                name -> planner.availability(name).isAvailable() && planner.serves(name, workload.name())).collect(
                        Collectors.joining(" "));
        String reason = workload.notInIsolates().map(why -> "not in isolates: " + why).orElse("");
        return (names + " " + reason).strip();
    }
}
