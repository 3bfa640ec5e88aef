package org.graalvisor.harness.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graalvisor.harness.config.ConfigurationException;
import org.graalvisor.harness.experiment.Experiment;
import org.graalvisor.harness.experiment.LanguageSelection;
import org.graalvisor.harness.experiment.ReplayExperiment;
import org.graalvisor.harness.experiment.Rig;
import org.graalvisor.harness.replay.Emulation;
import org.graalvisor.results.CellReader;
import org.graalvisor.results.Measurement;
import org.graalvisor.results.RunReader;
import org.graalvisor.results.RunStore;
import org.graalvisor.trace.cli.ByteSize;
import org.graalvisor.trace.manage.Policies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Replays a user's own schedule. */
@Command(name = "replay", description = "Replay a schedule in real time on real instances, under one policy after the other. Results go to "
        + "results/runs/replay; Ctrl-C ends every instance. 'trace schedule' makes schedules, 'trace simulate' needs no time.", mixinStandardHelpOptions = true, footer = {
                "", "Examples:",
                "  graalvisor trace schedule --generate 100 --window 701 --rate-scale 0.05 --out my.schedule.gz",
                "  graalvisor trace replay my.schedule.gz --policy graalvisor,photons --cap 8g",
                "  graalvisor trace replay my.schedule.gz --policy openwhisk --cap 4g --keep-alive 60 --work spin",
                "  graalvisor trace replay my.schedule.gz --functions table1 --cap 4g"})
final class TraceReplayCommand implements Callable<Integer> {
    private static final double MS_PER_SECOND = 1e3;
    private static final int MB_BITS = 20;
    private static final List<String> COLUMNS = List.of("arrived", "completed", "failed", "ignored", "unfinished",
            "cold_starts", "instances_started", "mean_active_instances", "mean_rss_bytes", "mean_pss_bytes",
            "simulated_mean_memory_bytes", "mean_response_time_ms", "simulated_mean_response_time_ms");

    /** What runs in place of the functions of a trace. */
    enum Functions {
        /** Their duration and memory, emulated. */
        EMULATED,
        /** The real function with the nearest duration. */
        TABLE1;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Services services;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ResultsOption results = new ResultsOption();

    @Parameters(paramLabel = "SCHEDULE", description = "File made by 'trace schedule'.")
    private Path schedule = Path.of("");

    @Option(names = "--policy", split = ",", paramLabel = "POLICY", description = "openwhisk, photons, graalvisor. Default: all.")
    private List<String> policies = List.of();

    @Option(names = "--cap", converter = ByteSize.class, required = true, paramLabel = "SIZE", description = "Memory of the node, for example 8g; what does not fit is ignored and counted.")
    private Long capBytes = 0L;

    @Option(names = "--instance-size", converter = ByteSize.class, paramLabel = "SIZE", defaultValue = "2g", description = "Size of instances that are not sized to a function. Default: ${DEFAULT-VALUE}.")
    private Long instanceBytes = Policies.PAPER_INSTANCE_BYTES;

    @Option(names = "--keep-alive", paramLabel = "SECONDS", defaultValue = "10", description = "How long an idle instance is kept. Default: ${DEFAULT-VALUE}.")
    private double keepAliveSeconds;

    @Option(names = "--reserve", converter = ByteSize.class, paramLabel = "SIZE", defaultValue = "1g", description = "The replay ends when this machine has less memory available. Default: ${DEFAULT-VALUE}.")
    private Long reserveBytes = 0L;

    @Option(names = "--drain", paramLabel = "SECONDS", defaultValue = "120", description = "How long replies are waited for after the last arrival. Default: ${DEFAULT-VALUE}.")
    private double drainSeconds;

    @Option(names = "--work", defaultValue = "sleep", description = "How emulated functions spend their duration: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Emulation.Work work = Emulation.Work.SLEEP;

    @Option(names = "--functions", defaultValue = "emulated", description = "What runs in place of the trace's functions: ${COMPLETION-CANDIDATES}; table1 takes the Java function with the nearest duration. Default: ${DEFAULT-VALUE}.")
    private Functions functions = Functions.EMULATED;

    @Option(names = "--costs", paramLabel = "FILE", description = "Cost models for the simulation. Default: measured before each replay.")
    private Optional<Path> costs = Optional.empty();

    @Option(names = "--artifacts", paramLabel = "DIR", description = "Use native files built earlier.")
    private Optional<Path> artifacts = Optional.empty();

    TraceReplayCommand(Services services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        requireUsable();
        Rig rig = services.rig(artifacts, new LanguageSelection(List.of("java")));
        ReplayExperiment options = new ReplayExperiment(schedule.toAbsolutePath(), policies.isEmpty()
                ? Policies.names()
                : policies, capBytes >> MB_BITS, instanceBytes >> MB_BITS, Math.round(keepAliveSeconds
                        * MS_PER_SECOND), reserveBytes >> MB_BITS, Math.toIntExact(Math.round(drainSeconds
                                * MS_PER_SECOND)), work, costs.map(file -> file.toAbsolutePath().toString()));
        Experiment experiment = options.experiment(functions == Functions.TABLE1
                ? options.realFunctions(rig)
                : List.of());
        RunStore store = results.writableStore();
        int exitCode = new RunSession(rig, store, spec.commandLine().getErr()).run(List.of(experiment), true);
        if (exitCode != ExitCode.INTERRUPTED) {
            store.latestFinished(RunStore.Origin.OWN, experiment.name()).ifPresent(this::print);
        }
        return exitCode;
    }

    private void requireUsable() {
        List<String> errors = new ArrayList<>();
        if (!Files.isRegularFile(schedule)) {
            errors.add("there is no schedule " + schedule + "; graalvisor trace schedule makes one");
        }
        policies.stream().filter(name -> !Policies.names().contains(name)).forEach(name -> errors.add(
                "--policy: unknown value " + name + "; valid: " + String.join(", ", Policies.names())));
        if ((capBytes >> MB_BITS) == 0 || (instanceBytes >> MB_BITS) == 0) {
            errors.add("--cap and --instance-size have to be at least 1m");
        }
        if (keepAliveSeconds < 0 || drainSeconds < 0) {
            errors.add("--keep-alive and --drain must not be below 0");
        }
        if (!errors.isEmpty()) {
            throw new ConfigurationException(errors);
        }
    }

    /** One column for each policy. */
    private void print(RunReader run) {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Map<String, Double>> byPolicy = run.cells().stream().collect(Collectors.toMap(cell -> cell
                .dimensions().get("platform"), TraceReplayCommand::scalars));
        List<String> names = Policies.names().stream().filter(byPolicy::containsKey).toList();
        out.printf(Locale.ROOT, "%-32s%s%n", "", names.stream().map(name -> String.format(Locale.ROOT, "%14s", name))
                .collect(Collectors.joining()));
        for (String metric : COLUMNS) {
            out.printf(Locale.ROOT, "%-32s%s%n", metric, names.stream().map(name -> Optional.ofNullable(byPolicy.get(
                    name).get(metric)).map(value -> String.format(Locale.ROOT, "%14.6g", value)).orElse(
                            String.format(Locale.ROOT, "%14s", "-"))).collect(Collectors.joining()));
        }
        out.flush();
    }

    private static Map<String, Double> scalars(CellReader cell) {
        try (Stream<Measurement> rows = cell.measurements()) {
            return rows.filter(row -> COLUMNS.contains(row.metric())).collect(Collectors.toMap(Measurement::metric,
                    Measurement::value));
        }
    }
}
