package org.graalvisor.trace.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.graalvisor.trace.Progress;

/** A bar with the estimated remaining time on a terminal; otherwise a line now and then, and none for short work. */
final class ShownProgress implements Progress, AutoCloseable {
    private static final long PLAIN_PERIOD_NS = Duration.ofSeconds(5).toNanos();

    private final PrintWriter err;
    private final boolean terminal;
    private Optional<ProgressBar> bar = Optional.empty();
    private String stage = "";
    private long lastPlainNs = System.nanoTime();

    ShownProgress(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public synchronized void advance(String currentStage, long done, long total) {
        if (terminal) {
            if (!stage.equals(currentStage)) {
                close();
                bar = Optional.of(new ProgressBarBuilder().setTaskName(currentStage).setInitialMax(total).build());
            }
            bar.ifPresent(shown -> shown.stepTo(done));
        } else if (System.nanoTime() - lastPlainNs > PLAIN_PERIOD_NS) {
            lastPlainNs = System.nanoTime();
            err.println(currentStage + ": " + done + " of " + total);
            err.flush();
        }
        stage = currentStage;
    }

    @Override
    public synchronized void close() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }
}
