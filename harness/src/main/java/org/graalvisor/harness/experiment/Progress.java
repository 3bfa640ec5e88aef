package org.graalvisor.harness.experiment;

import org.graalvisor.results.PlannedCell;
import org.graalvisor.results.Verdict;

/** Hears how far a run has come. */
public interface Progress {

    /**
     * A run begins or goes on.
     *
     * @param title what is run
     * @param cells cells of the plan
     * @param done cells that an earlier start has completed
     */
    void runBegins(String title, int cells, int done);

    /** A cell begins. */
    void cellBegins(PlannedCell cell);

    /** A cell is complete. */
    void cellEnds(PlannedCell cell, Verdict verdict);

    /**
     * A cell could not be measured; the run goes on.
     *
     * @param cell which cell
     * @param reason what went wrong
     */
    void cellFails(PlannedCell cell, String reason);

    /** Something worth knowing. */
    void note(String message);

    /** The run has ended. */
    void runEnds();
}
