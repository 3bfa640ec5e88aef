package org.graalvisor.harness.cli;

import java.io.PrintWriter;
import org.graalvisor.harness.experiment.Progress;
import org.graalvisor.results.PlannedCell;
import org.graalvisor.results.Verdict;

/** One line per event, for logs and pipes. */
final class PlainProgress implements Progress {
    private final PrintWriter out;
    private int cells;
    private int done;

    PlainProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void runBegins(String title, int cells, int done) {
        this.cells = cells;
        this.done = done;
        println(title + ": " + cells + " cells" + (done > 0 ? ", " + done + " of them done earlier" : ""));
    }

    @Override
    public void cellBegins(PlannedCell cell) {}

    @Override
    public void cellEnds(PlannedCell cell, Verdict verdict) {
        done++;
        println("[" + done + "/" + cells + "] " + cell.id() + " " + verdict);
    }

    @Override
    public void cellFails(PlannedCell cell, String reason) {
        done++;
        println("[" + done + "/" + cells + "] " + cell.id() + " FAILED: " + reason);
    }

    @Override
    public void note(String message) {
        println(message);
    }

    @Override
    public void runEnds() {}

    private void println(String line) {
        out.println(line);
        out.flush();
    }
}
