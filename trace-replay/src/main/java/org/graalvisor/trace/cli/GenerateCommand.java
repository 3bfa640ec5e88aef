package org.graalvisor.trace.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.graalvisor.trace.azure.TraceWriter;
import org.graalvisor.trace.generate.GeneratorParameters;
import org.graalvisor.trace.generate.TraceGenerator;
import org.graalvisor.trace.model.AzureTrace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a trace. */
@Command(name = "generate", description = "Make one day of a trace from published distributions, in the official layout.", footer = {
        "", "Examples:", "  graalvisor trace generate --functions 500 --out traces/500",
        "  graalvisor trace generate --functions 46412 --out traces/full-day"})
final class GenerateCommand extends TraceTask {
    @Option(names = "--functions", required = true, paramLabel = "N", description = "Number of functions; a full day has 46412.")
    private int functions;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of everything random. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--apps-per-owner", paramLabel = "MEAN", defaultValue = "1.5", description = "Mean applications per owner, from 1; not published. Default: ${DEFAULT-VALUE}.")
    private double appsPerOwner;

    @Option(names = "--rate-duration-correlation", paramLabel = "R", defaultValue = "-0.35", description = "Rank correlation of a function's rate and duration, from -1 to 1; not published. Default: ${DEFAULT-VALUE}.")
    private double correlation;

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "Where to write the trace.")
    private Path out = Path.of("");

    @Override
    void run(ShownProgress progress) {
        AzureTrace trace = TraceGenerator.generate(GeneratorParameters.published(functions, seed)
                .withAppsPerOwner(appsPerOwner).withRateDurationCorrelation(correlation), progress);
        new TraceWriter(progress).write(trace, out);
        progress.close();
        out().println(String.format(Locale.ROOT, "%s: %,d functions, %,d invocations, written to %s", trace.name(),
                trace.functions().size(), trace.invocations(), out));
    }
}
