package org.graalvisor.trace.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.graalvisor.trace.Progress;
import org.graalvisor.trace.generate.GeneratorParameters;
import org.graalvisor.trace.manage.ManagerOptions;
import org.graalvisor.trace.model.AzureTrace;
import org.graalvisor.trace.model.MinuteWindow;
import org.graalvisor.trace.schedule.ArrivalSource;
import org.graalvisor.trace.schedule.MinuteStream;
import org.graalvisor.trace.schedule.Schedule;
import org.graalvisor.trace.schedule.ScheduleFile;
import org.graalvisor.trace.schedule.ScheduleOptions;
import org.graalvisor.trace.simulate.SimulationResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Simulates policies on a trace. */
@Command(name = "simulate", description = "Simulate policies on a trace or schedule in virtual time, with the costs of instances taken from a model.", footer = {
        "", "Examples:", "  graalvisor trace simulate azure --window 701-710 --cap 16g",
        "  graalvisor trace simulate --schedule paper.schedule.gz --policy graalvisor --keep-alive 60",
        "  graalvisor trace simulate --scale full-day"})
public final class SimulateCommand extends TraceTask {
    /** Named sizes. */
    enum Scale {
        /** One minute of 100 functions on 2 GB, a tenth of the rate and a quarter of the memory. */
        SMOKE,
        /** The paper's ten minutes on 16 GB. */
        SMALL,
        /** All minutes of the trace, without cap. */
        FULL_DAY {
            @Override
            public String toString() {
                return "full-day";
            }
        };

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int SMOKE_FUNCTIONS = 100;
    private static final double SMOKE_RATE_SCALE = 0.1;
    private static final double SMOKE_MEMORY_SCALE = 0.25;
    private static final long SMOKE_CAP_BYTES = 2L << 30;

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Mixin
    private ArrivalOptions arrivals = new ArrivalOptions();

    @Mixin
    private NodeOptions node = new NodeOptions();

    @Option(names = "--schedule", paramLabel = "FILE", description = "Simulate this schedule instead of a trace.")
    private Optional<Path> schedule = Optional.empty();

    @Option(names = "--scale", description = "Named size: ${COMPLETION-CANDIDATES}. --window, --cap and TRACE override its parts.")
    private Optional<Scale> scale = Optional.empty();

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where to save metrics, samples and latency distributions, as CSV and as figures.")
    private Optional<Path> out = Optional.empty();

    @Override
    void run(ShownProgress progress) {
        Function<Progress, ArrivalSource> arriving = schedule.isPresent()
                ? fromSchedule(ScheduleFile.read(schedule.get()))
                : fromTrace(progress);
        long capBytes = arrivals.capBytes().orElse(defaultCapBytes());
        CostSource costs = node.costs();
        long beginNs = System.nanoTime();
        List<SimulationResult> results = new PolicyRuns(node.threads(), progress).run(arriving, node.policies(),
                node.manager(capBytes), costs.models());
        double seconds = (System.nanoTime() - beginNs) / (double) TimeUnit.SECONDS.toNanos(1);
        progress.close();
        SimulationTable.lines(results).forEach(out()::println);
        long invocations = results.stream().mapToLong(result -> result.counts().arrived()).sum();
        out().println(String.format(Locale.ROOT, "simulated %,d invocations in %.1f s, %.1f million/s on %d threads",
                invocations, seconds, invocations / seconds / 1e6, node.threads()));
        out().println(costs.origin());
        results.forEach(result -> out().println("costs of " + result.policy() + ": "
                + costs.models().of(result.policy()).provenance()));
        out.ifPresent(folder -> {
            SimulationFiles.write(results, folder);
            SimulationFigures.write(results, costs.origin(), folder);
        });
    }

    private long defaultCapBytes() {
        return switch (scale.orElse(Scale.SMALL)) {
            case SMOKE -> SMOKE_CAP_BYTES;
            case SMALL -> ScheduleOptions.PAPER_CAP_BYTES;
            case FULL_DAY -> ManagerOptions.NO_CAP;
        };
    }

    private static Function<Progress, ArrivalSource> fromSchedule(Schedule schedule) {
        return unheard -> schedule.cursor();
    }

    private Function<Progress, ArrivalSource> fromTrace(Progress progress) {
        int functions = switch (scale.orElse(Scale.SMALL)) {
            case SMOKE -> SMOKE_FUNCTIONS;
            case SMALL -> source.generatedFunctions();
            case FULL_DAY -> GeneratorParameters.FULL_DAY_FUNCTIONS;
        };
        AzureTrace trace = source.load(functions, source.generatedAppsPerOwner(), progress);
        MinuteWindow window = arrivals.window().orElseGet(() -> switch (scale.orElse(Scale.SMALL)) {
            case SMOKE -> new MinuteWindow(MinuteWindow.DEFAULT.first(), MinuteWindow.DEFAULT.first());
            case SMALL -> MinuteWindow.DEFAULT;
            case FULL_DAY -> MinuteWindow.all(trace);
        });
        boolean smoke = scale.orElse(Scale.SMALL) == Scale.SMOKE;
        ScheduleOptions options = arrivals.resolve(window, arrivals.rateScale().orElse(smoke ? SMOKE_RATE_SCALE : 1),
                arrivals.memoryScale().orElse(smoke ? SMOKE_MEMORY_SCALE : 1), source.seed());
        return heard -> new MinuteStream(trace, options, heard);
    }
}
