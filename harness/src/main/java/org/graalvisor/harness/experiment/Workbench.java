package org.graalvisor.harness.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.graalvisor.harness.process.ProcessLedger;
import org.graalvisor.harness.process.ProcessTable;
import org.graalvisor.harness.process.Spawner;

/** Starts short processes that belong to no run; their ledger is a temporary file that ends with this object. */
public final class Workbench implements AutoCloseable {
    private final Path ledger;
    private final Spawner spawner;

    /** Creates the temporary ledger. */
    public Workbench() {
        try {
            ledger = Files.createTempFile("graalvisor-", ".ledger");
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot create a file in the temporary directory", failure);
        }
        ProcessTable table = ProcessTable.ofThisMachine();
        spawner = new Spawner(new ProcessLedger(ledger, table), table);
    }

    /** Returns what starts the processes. */
    public Spawner spawner() {
        return spawner;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(ledger);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot delete " + ledger, failure);
        }
    }
}
