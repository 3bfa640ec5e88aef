package org.graalvisor.harness.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.graalvisor.trace.Progress;
import org.graalvisor.trace.azure.TraceFolder;
import org.graalvisor.trace.azure.TraceWriter;
import org.graalvisor.trace.generate.GeneratorParameters;
import org.graalvisor.trace.generate.TraceGenerator;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A tenth of a full day as files, made once a fork. */
@State(Scope.Benchmark)
public class DayFolder {
    /** Functions in it. */
    static final int FUNCTIONS = GeneratorParameters.FULL_DAY_FUNCTIONS / 10;

    private static final long SEED = 1;

    private Path path;

    /** Generates and writes it. */
    @Setup(Level.Trial)
    public void write() throws IOException {
        path = Files.createTempDirectory("graalvisor-day");
        new TraceWriter(Progress.unheard()).write(TraceGenerator.generate(GeneratorParameters.published(FUNCTIONS,
                SEED), Progress.unheard()), path);
    }

    /** Deletes it. */
    @TearDown(Level.Trial)
    public void delete() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(path);
    }

    TraceFolder folder() {
        return new TraceFolder(path);
    }
}
