package org.graalvisor.harness.experiment;

import org.graalvisor.results.CellWriter;
import org.graalvisor.results.PlannedCell;
import org.graalvisor.results.Verdict;

/** Measures one cell. */
interface CellRunner {

    /**
     * Runs the cell to its end and writes what it measured; starts and ends everything it needs.
     *
     * @param cell which cell
     * @param writer where results go; not closed here
     * @return how far the cell may be trusted
     */
    Verdict run(PlannedCell cell, CellWriter writer);
}
