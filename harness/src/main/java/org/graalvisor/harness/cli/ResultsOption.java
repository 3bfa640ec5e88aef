package org.graalvisor.harness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.graalvisor.harness.config.ConfigurationException;
import org.graalvisor.results.RunStore;
import picocli.CommandLine.Option;

/** Where results are. */
final class ResultsOption {
    @Option(names = "--results", paramLabel = "DIR", defaultValue = "results", description = "Folder of all results. Default: ${DEFAULT-VALUE}.")
    private Path folder = Path.of("results");

    Path folder() {
        return folder.toAbsolutePath().normalize();
    }

    RunStore store() {
        return new RunStore(folder());
    }

    /** Fails at once, rather than after the first measurement, when nothing can be written. */
    RunStore writableStore() {
        try {
            Files.delete(Files.createTempFile(Files.createDirectories(folder().resolve("runs")), "write", ".test"));
        } catch (IOException refused) {
            throw new ConfigurationException(
                    List.of("cannot write to " + folder() + ": " + refused + "; name another folder with --results"));
        }
        return store();
    }
}
