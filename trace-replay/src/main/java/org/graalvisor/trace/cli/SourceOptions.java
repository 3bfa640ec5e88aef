package org.graalvisor.trace.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.graalvisor.trace.Progress;
import org.graalvisor.trace.azure.TraceFolder;
import org.graalvisor.trace.azure.TraceReader;
import org.graalvisor.trace.generate.GeneratorParameters;
import org.graalvisor.trace.generate.TraceGenerator;
import org.graalvisor.trace.model.AzureTrace;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where a trace comes from. */
final class SourceOptions {
    static final long DEFAULT_SEED = 1;

    @Parameters(arity = "0..1", paramLabel = "TRACE", description = "Folder with the 2019 layout. Without it, a trace is generated.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--days", paramLabel = "DAYS", defaultValue = "", description = "Day or range of days of the folder, for example 1-3; the first one by default.")
    private String days = "";

    @Option(names = "--generate", paramLabel = "FUNCTIONS", defaultValue = "500", description = "Functions of the generated trace. Default: ${DEFAULT-VALUE}.")
    private int functions;

    @Option(names = "--apps-per-owner", paramLabel = "MEAN", description = "Applications per owner of the generated trace. Default: 1.5.")
    private double appsPerOwner = GeneratorParameters.DEFAULT_APPS_PER_OWNER;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of everything random. Default: ${DEFAULT-VALUE}.")
    private long seed = DEFAULT_SEED;

    long seed() {
        return seed;
    }

    /** The 2021 trace is one file. */
    Optional<Path> invocationLog() {
        return folder.filter(Files::isRegularFile);
    }

    AzureTrace load(Progress progress) {
        return load(functions, appsPerOwner, progress);
    }

    AzureTrace load(int generatedFunctions, double generatedAppsPerOwner, Progress progress) {
        return folder.map(path -> new TraceReader(progress).read(path.getFileName().toString(),
                new TraceFolder(path).select(days)))
                .orElseGet(() -> TraceGenerator.generate(GeneratorParameters.published(generatedFunctions, seed)
                        .withAppsPerOwner(generatedAppsPerOwner), progress));
    }

    boolean isGenerated() {
        return folder.isEmpty();
    }

    int generatedFunctions() {
        return functions;
    }

    double generatedAppsPerOwner() {
        return appsPerOwner;
    }
}
