package org.graalvisor.harness.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graalvisor.harness.experiment.Experiment;
import org.graalvisor.harness.experiment.ExperimentRunner;
import org.graalvisor.harness.experiment.Leftovers;
import org.graalvisor.harness.experiment.Progress;
import org.graalvisor.harness.experiment.Rig;
import org.graalvisor.harness.experiment.RunSummary;
import org.graalvisor.results.RunState;
import org.graalvisor.results.RunStore;

/** Runs several experiments one after the other and turns their ends into one exit code. */
final class RunSession {
    private final Rig rig;
    private final RunStore store;
    private final Progress progress;
    private final PrintWriter err;

    RunSession(Rig rig, RunStore store, PrintWriter err) {
        this.rig = rig;
        this.store = store;
        this.err = err;
        this.progress = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
                ? new TerminalProgress(err)
                : new PlainProgress(err);
    }

    ExperimentRunner runner() {
        return new ExperimentRunner(rig, store, progress);
    }

    /**
     * Runs experiments until the last one ends or a stop is requested.
     *
     * @param experiments what to run
     * @param fresh start new runs even when unfinished ones exist
     * @return exit code
     */
    int run(List<Experiment> experiments, boolean fresh) {
        new Leftovers(store).end().forEach(process -> progress.note(
                "ended process " + process.pid() + ", left behind by a run whose rig was killed"));
        List<RunSummary> summaries = new ArrayList<>();
        for (Experiment experiment : experiments) {
            if (!rig.stop().isRequested()) {
                RunSummary summary = runner().run(experiment, fresh);
                err.println(experiment.name() + ": " + summary.state() + " " + summary.verdict() + " in "
                        + summary.folder());
                summary.failures().forEach(failure -> err.println("  failed: " + failure));
                err.flush();
                summaries.add(summary);
            }
        }
        return exitCode(summaries);
    }

    private static int exitCode(List<RunSummary> summaries) {
        if (summaries.stream().anyMatch(summary -> summary.state() == RunState.INTERRUPTED)) {
            return ExitCode.INTERRUPTED;
        }
        if (summaries.stream().anyMatch(summary -> !summary.failures().isEmpty())) {
            return ExitCode.SYSTEM_UNDER_TEST_FAILED;
        }
        return summaries.stream().anyMatch(summary -> summary.invalidCells() > 0)
                ? ExitCode.RUN_INVALID
                : ExitCode.OK;
    }
}
