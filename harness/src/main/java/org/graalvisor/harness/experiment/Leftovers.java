package org.graalvisor.harness.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.graalvisor.harness.process.ProcessIdentity;
import org.graalvisor.harness.process.ProcessLedger;
import org.graalvisor.harness.process.ProcessTable;
import org.graalvisor.results.ResultsException;
import org.graalvisor.results.RunReader;
import org.graalvisor.results.RunState;
import org.graalvisor.results.RunStore;
import org.graalvisor.results.RunWriter;

/** Ends the processes of runs whose rig was killed. Runs that another rig is writing right now are left alone. */
public final class Leftovers {
    private static final String LEDGER = "processes.ledger";

    private final RunStore store;
    private final ProcessTable table = ProcessTable.ofThisMachine();

    /**
     * Creates the search.
     *
     * @param store where runs are
     */
    public Leftovers(RunStore store) {
        this.store = store;
    }

    static ProcessLedger ledger(Path runFolder) {
        return new ProcessLedger(runFolder.resolve(LEDGER), ProcessTable.ofThisMachine());
    }

    /** Ends what is left of every killed run and returns what was found alive. */
    public List<ProcessIdentity> end() {
        List<ProcessIdentity> ended = new ArrayList<>();
        for (String experiment : store.experiments(RunStore.Origin.OWN)) {
            store.runs(RunStore.Origin.OWN, experiment).stream()
                    .filter(run -> run.manifest().outcome().state() == RunState.RUNNING)
                    .forEach(run -> ended.addAll(end(run)));
        }
        return ended;
    }

    private List<ProcessIdentity> end(RunReader run) {
        ProcessLedger ledger = new ProcessLedger(run.folder().resolve(LEDGER), table);
        if (!ledger.hasOpenEntries()) {
            return List.of();
        }
        try (RunWriter locked = store.resume(run.manifest().experiment(), run.manifest().runId())) {
            return new ProcessLedger(locked.folder().resolve(LEDGER), table).endLeftovers();
        } catch (ResultsException inUse) {
            return List.of();
        }
    }
}
