package org.graalvisor.trace.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.graalvisor.trace.Progress;
import org.graalvisor.trace.azure.TraceWriter;
import org.graalvisor.trace.model.AzureTrace;
import org.graalvisor.trace.sample.NearestSampler;
import org.graalvisor.trace.sample.Samplers;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes a smaller trace from a larger one. */
@Command(name = "sample", description = "Take a smaller trace from a larger one. Smaller samples are part of larger ones with the same seed.", footer = {
        "", "Examples:", "  graalvisor trace sample azure --functions 500 --out traces/500",
        "  graalvisor trace sample azure --nearest 500 --candidates 100 --out traces/nearest500"})
final class SampleCommand extends TraceTask {
    @Mixin
    private SourceOptions source = new SourceOptions();

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Kind kind = new Kind();

    @Option(names = "--candidates", defaultValue = "50", description = "Samples --nearest chooses from. Default: ${DEFAULT-VALUE}.")
    private int candidates;

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "Where to write the sample.")
    private Path out = Path.of("");

    /** Exactly one of them. */
    private static final class Kind {
        @Option(names = "--top-owners", paramLabel = "N", description = "All functions of the N owners with most invocations.")
        private Optional<Integer> topOwners = Optional.empty();

        @Option(names = "--functions", paramLabel = "N", description = "N functions at random.")
        private Optional<Integer> functions = Optional.empty();

        @Option(names = "--one-in", paramLabel = "X", description = "Every function with probability 1/X.")
        private Optional<Double> oneIn = Optional.empty();

        @Option(names = "--nearest", paramLabel = "N", description = "Of many samples of N functions, the one with the load nearest to the whole.")
        private Optional<Integer> nearest = Optional.empty();
    }

    @Override
    void run(ShownProgress progress) {
        AzureTrace trace = source.load(progress);
        AzureTrace sample = sample(trace, progress);
        new TraceWriter(progress).write(sample, out);
        progress.close();
        out().println(String.format(Locale.ROOT, "%s: %,d of %,d functions, %,d of %,d invocations, written to %s",
                sample.name(), sample.functions().size(), trace.functions().size(), sample.invocations(),
                trace.invocations(), out));
    }

    private AzureTrace sample(AzureTrace trace, Progress progress) {
        if (kind.topOwners.isPresent()) {
            return Samplers.topOwners(trace, kind.topOwners.get());
        }
        if (kind.functions.isPresent()) {
            return Samplers.functions(trace, kind.functions.get(), source.seed());
        }
        if (kind.oneIn.isPresent()) {
            return Samplers.oneIn(trace, kind.oneIn.get(), source.seed());
        }
        NearestSampler.Nearest nearest = new NearestSampler(candidates, source.seed(), progress)
                .sample(trace, List.of(kind.nearest.orElseThrow())).getFirst();
        out().println(String.format(Locale.ROOT, "distance to the whole: %.3f", nearest.distance()));
        return nearest.trace();
    }
}
