package org.graalvisor.results;

import java.util.Optional;

/**
 * Everything about a run that is not a measured number; {@code manifest.json} on disk.
 *
 * @param experiment name of the experiment, for example {@code fig3}; a file name
 * @param runId unique in the experiment; a file name that sorts by age, for example {@code 20260102T030405Z-1a2b}
 * @param plan what the run set out to do
 * @param environment what it was made with
 * @param outcome how far it came
 */
public record Manifest(String experiment, String runId, RunPlan plan, RunEnvironment environment, RunOutcome outcome) {

    /** Version of everything this package writes; readers refuse any other. */
    public static final int SCHEMA_VERSION = 1;

    public Manifest {
        Names.require("experiment", experiment);
        Names.require("run id", runId);
    }

    /** The same run with another outcome. */
    public Manifest withOutcome(RunOutcome newOutcome) {
        return new Manifest(experiment, runId, plan, environment, newOutcome);
    }

    /** The planned cell of that id. */
    public Optional<PlannedCell> cell(String cellId) {
        return plan.cells().stream().filter(cell -> cell.id().equals(cellId)).findFirst();
    }
}
