package org.graalvisor.harness.experiment;

import java.nio.file.Path;
import java.util.List;
import org.graalvisor.results.RunState;
import org.graalvisor.results.Verdict;

/**
 * How a run ended.
 *
 * @param folder where its results are
 * @param state finished or interrupted
 * @param verdict of the whole run and its cells
 * @param invalidCells number of measured cells that must not be used
 * @param failures one sentence per cell that could not be measured
 */
public record RunSummary(Path folder, RunState state, Verdict verdict, int invalidCells, List<String> failures) {

    /** Copies the list. */
    public RunSummary {
        failures = List.copyOf(failures);
    }
}
