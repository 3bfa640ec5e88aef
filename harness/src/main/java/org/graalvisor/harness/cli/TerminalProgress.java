package org.graalvisor.harness.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.graalvisor.harness.experiment.Progress;
import org.graalvisor.results.PlannedCell;
import org.graalvisor.results.Verdict;

/** A progress bar with the estimated remaining time; only what is not valid gets a line of its own. */
final class TerminalProgress implements Progress {
    private final PrintWriter out;
    private Optional<ProgressBar> bar = Optional.empty();

    TerminalProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void runBegins(String title, int cells, int done) {
        bar = Optional.of(new ProgressBarBuilder().setTaskName(title).setInitialMax(cells).startsFrom(done,
                Duration.ZERO).build());
    }

    @Override
    public void cellBegins(PlannedCell cell) {
        bar.ifPresent(shown -> shown.setExtraMessage(cell.id()));
    }

    @Override
    public void cellEnds(PlannedCell cell, Verdict verdict) {
        bar.ifPresent(ProgressBar::step);
        if (verdict.level() != Verdict.Level.VALID) {
            note(cell.id() + " " + verdict);
        }
    }

    @Override
    public void cellFails(PlannedCell cell, String reason) {
        bar.ifPresent(ProgressBar::step);
        note(cell.id() + " FAILED: " + reason);
    }

    @Override
    public void note(String message) {
        out.println(message);
        out.flush();
    }

    @Override
    public void runEnds() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }
}
