package org.graalvisor.harness.experiment;

import org.graalvisor.harness.process.ProcessTable;
import org.graalvisor.harness.process.Spawner;
import org.graalvisor.harness.sampler.TreeReader;
import org.graalvisor.harness.verdict.VerdictRules;

/**
 * What every kind of cell needs.
 *
 * @param rig the outside
 * @param planner finds platforms
 * @param workloads functions
 * @param spawner starts processes, recorded in the ledger of the run
 * @param reader reads memory of processes
 * @param rules judge the cell
 * @param progress hears how far a long cell has come
 */
record CellTools(Rig rig, CellPlanner planner, Workloads workloads, Spawner spawner, TreeReader reader,
        VerdictRules rules, Progress progress) {

    static CellTools of(Rig rig, CellPlanner planner, Workloads workloads, Spawner spawner,
            Progress progress) {
        return new CellTools(rig, planner, workloads, spawner, new TreeReader(ProcessTable.ofThisMachine()),
                VerdictRules.standard(), progress);
    }
}
