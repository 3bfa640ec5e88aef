package org.graalvisor.harness.process;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary directory, recorded in the ledger of the run until it is removed, so that a killed rig leaves none behind. */
public final class ScratchDirectory implements AutoCloseable {
    /** How every name begins; the ledger removes no other directory. */
    static final String PREFIX = "graalvisor-platform-";

    private final Path path;
    private final ProcessLedger ledger;

    ScratchDirectory(Path path, ProcessLedger ledger) {
        this.path = path;
        this.ledger = ledger;
    }

    /** Returns where it is. */
    public Path path() {
        return path;
    }

    /**
     * Deletes it with everything in it.
     *
     * @throws IOException when something in it cannot be deleted
     */
    @Override
    public void close() throws IOException {
        delete(path);
        ledger.removed(path);
    }

    static void delete(Path directory) throws IOException {
        try {
            // Also removes a control group, whose files are no files that could be deleted.
            Files.deleteIfExists(directory);
            return;
        } catch (DirectoryNotEmptyException notEmpty) {
            deleteTree(directory);
        }
    }

    private static void deleteTree(Path directory) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> walk = Files.walk(directory)) {
            deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
