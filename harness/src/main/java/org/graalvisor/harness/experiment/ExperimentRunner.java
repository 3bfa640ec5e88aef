package org.graalvisor.harness.experiment;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.graalvisor.harness.calibrate.Calibration;
import org.graalvisor.harness.calibrate.Calibrator;
import org.graalvisor.harness.host.HostProbe;
import org.graalvisor.harness.host.Tool;
import org.graalvisor.harness.host.ToolInventory;
import org.graalvisor.harness.platform.PortTakenException;
import org.graalvisor.harness.platform.SystemUnderTestException;
import org.graalvisor.harness.process.ProcessLedger;
import org.graalvisor.harness.process.ProcessTable;
import org.graalvisor.harness.process.Spawner;
import org.graalvisor.results.CellWriter;
import org.graalvisor.results.Manifest;
import org.graalvisor.results.PlannedCell;
import org.graalvisor.results.RunEnvironment;
import org.graalvisor.results.RunOutcome;
import org.graalvisor.results.RunPlan;
import org.graalvisor.results.RunReader;
import org.graalvisor.results.RunState;
import org.graalvisor.results.RunStore;
import org.graalvisor.results.RunWriter;
import org.graalvisor.results.SourceRevision;
import org.graalvisor.results.Verdict;

/** Runs an experiment cell by cell, or goes on with a run that was interrupted or killed. */
public final class ExperimentRunner {
    private static final DateTimeFormatter RUN_ID = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int PORT_ATTEMPTS = 3;
    private static final int RUN_ID_SUFFIXES = 1 << 16;

    private final Rig rig;
    private final RunStore store;
    private final Progress progress;
    private final CellPlanner planner;

    /**
     * Creates a runner.
     *
     * @param rig the outside
     * @param store where results go
     * @param progress hears how far it has come
     */
    public ExperimentRunner(Rig rig, RunStore store, Progress progress) {
        this.rig = rig;
        this.store = store;
        this.progress = progress;
        this.planner = new CellPlanner(rig.platforms(), rig.artifacts());
    }

    /**
     * Runs an experiment to its end, or until a stop is requested.
     *
     * @param experiment what to run
     * @param fresh start a new run even when an unfinished one of the same plan exists
     * @throws org.graalvisor.results.ResultsException when results cannot be written
     */
    public RunSummary run(Experiment experiment, boolean fresh) {
        List<PlannedCell> cells = planner.cells(experiment);
        Optional<RunReader> unfinished = fresh ? Optional.empty() : unfinished(experiment, cells);
        try (RunWriter run = unfinished.map(reader -> store.resume(experiment.name(), reader.manifest().runId()))
                .orElseGet(() -> create(experiment, cells))) {
            unfinished.ifPresent(reader -> progress.note("going on with run " + reader.manifest().runId()));
            ProcessLedger ledger = Leftovers.ledger(run.folder());
            ledger.endLeftovers().forEach(process -> progress.note("ended process " + process.pid()
                    + ", left behind by a start of this run that was killed"));
            return run(experiment, run, new Spawner(ledger, ProcessTable.ofThisMachine()));
        }
    }

    /** Tells whether the newest unfinished run of the experiment has this very plan, so that {@link #run} goes on with it. */
    public boolean canResume(Experiment experiment) {
        return unfinished(experiment, planner.cells(experiment)).isPresent();
    }

    private Optional<RunReader> unfinished(Experiment experiment, List<PlannedCell> cells) {
        return store.latestUnfinished(experiment.name())
                .filter(run -> run.manifest().plan().scale().equals(experiment.scale()))
                .filter(run -> run.manifest().plan().method().equals(experiment.method()))
                .filter(run -> run.manifest().plan().seeds().equals(seeds(experiment)))
                .filter(run -> run.manifest().plan().cells().equals(cells))
                .filter(run -> run.manifest().plan().scheduleHash().equals(experiment.scheduleHash()))
                .filter(run -> sameConfig(experiment, run.manifest().plan().config()));
    }

    /** Compares as text, since numbers read back from JSON may have another width. */
    private static boolean sameConfig(Experiment experiment, Map<String, Object> recorded) {
        return experiment.resolvedConfig().entrySet().stream().allMatch(
                entry -> entry.getValue().toString().equals(String.valueOf(recorded.get(entry.getKey()))));
    }

    private RunWriter create(Experiment experiment, List<PlannedCell> cells) {
        String runId = RUN_ID.format(rig.calendar().instant()) + '-'
                + String.format(Locale.ROOT, "%04x", rig.random().nextInt(RUN_ID_SUFFIXES));
        RunPlan plan = new RunPlan(experiment.scale(), experiment.method(), experiment.resolvedConfig(),
                seeds(experiment), experiment.scheduleHash(), cells, planner.unavailable(experiment));
        Calibration calibration = calibrate();
        SourceRevision source = HostProbe.source(rig.checkout());
        return store.create(new Manifest(experiment.name(), runId, plan,
                new RunEnvironment(source, HostProbe.describe(calibration), toolVersions(calibration)),
                RunOutcome.started(rig.calendar().instant())));
    }

    private Calibration calibrate() {
        try (Workbench workbench = new Workbench()) {
            return new Calibrator(workbench.spawner()).measure();
        }
    }

    private Map<String, String> toolVersions(Calibration calibration) {
        Map<String, String> versions = new TreeMap<>();
        for (Tool tool : new ToolInventory(rig.finder(), rig.nativeImage()).tools()) {
            versions.put(tool.name(), tool.availability().describe());
        }
        versions.put("calibration: system call", format(calibration.systemCallNs()));
        versions.put("calibration: process start and end", format(calibration.spawnNs()));
        return versions;
    }

    private static String format(double ns) {
        return String.format(Locale.ROOT, "%.1f ns", ns);
    }

    private static Map<String, Long> seeds(Experiment experiment) {
        return Map.of("root", experiment.seed(), Seeds.FILE_CONTENT,
                Seeds.split(experiment.seed(), Seeds.FILE_CONTENT));
    }

    private RunSummary run(Experiment experiment, RunWriter run, Spawner spawner) {
        List<PlannedCell> cells = run.manifest().plan().cells();
        List<String> failures = new ArrayList<>();
        progress.runBegins(experiment.name() + " " + experiment.scale(), cells.size(),
                (int) cells.stream().filter(cell -> run.isDone(cell.id())).count());
        try (Workloads workloads = rig.workloads().apply(experiment.seed())) {
            CellTools tools = CellTools.of(rig, planner, workloads, spawner, progress);
            for (PlannedCell cell : cells) {
                if (!rig.stop().isRequested() && !run.isDone(cell.id())) {
                    progress.cellBegins(cell);
                    run(cell, CellRunners.of(cell, experiment.settings(), tools), run).ifPresent(reason -> {
                        failures.add(cell.id() + ": " + reason);
                        progress.cellFails(cell, reason);
                    });
                }
            }
        } finally {
            progress.runEnds();
        }
        return finish(run, failures);
    }

    /** Returns why the cell could not be measured, nothing when it was. A port that was lost to another process is no reason. */
    private Optional<String> run(PlannedCell cell, CellRunner runner, RunWriter run) {
        for (int attempt = 1;; attempt++) {
            try {
                attempt(cell, runner, run);
                return Optional.empty();
            } catch (PortTakenException failure) {
                if (attempt == PORT_ATTEMPTS || rig.stop().isRequested()) {
                    return Optional.of(failure.getMessage());
                }
                progress.note(cell.id() + " is tried again: " + failure.getMessage());
            } catch (SystemUnderTestException failure) {
                return Optional.of(failure.getMessage());
            }
        }
    }

    private void attempt(PlannedCell cell, CellRunner runner, RunWriter run) {
        try (CellWriter writer = run.openCell(cell.id())) {
            try {
                Verdict verdict = runner.run(cell, writer);
                if (rig.stop().isRequested()) {
                    new EventSink(writer).add("interrupted");
                    return;
                }
                writer.close(verdict);
                progress.cellEnds(cell, verdict);
            } catch (SystemUnderTestException failure) {
                new EventSink(writer).add("failed", Map.of("reason", failure.getMessage()));
                throw failure;
            }
        }
    }

    private RunSummary finish(RunWriter run, List<String> failures) {
        Verdict verdict = RunVerdict.of(run);
        RunState state = rig.stop().isRequested() ? RunState.INTERRUPTED : RunState.FINISHED;
        run.finish(verdict, state, rig.calendar().instant());
        return new RunSummary(run.folder(), state, RunVerdict.withCells(run, verdict, failures.size()), invalidCells(
                run), failures);
    }

    private static int invalidCells(RunWriter run) {
        return (int) run.manifest().plan().cells().stream().map(cell -> run.verdict(cell.id()))
                .flatMap(Optional::stream).filter(verdict -> verdict.level() == Verdict.Level.INVALID).count();
    }
}
