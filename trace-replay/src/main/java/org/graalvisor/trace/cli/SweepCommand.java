package org.graalvisor.trace.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.graalvisor.trace.TraceException;
import org.graalvisor.trace.generate.GeneratorParameters;
import org.graalvisor.trace.manage.ManagerOptions;
import org.graalvisor.trace.model.AzureTrace;
import org.graalvisor.trace.model.MinuteWindow;
import org.graalvisor.trace.sample.OwnerGrouping;
import org.graalvisor.trace.sample.Samplers;
import org.graalvisor.trace.schedule.MinuteStream;
import org.graalvisor.trace.schedule.ScheduleOptions;
import org.graalvisor.trace.simulate.SimulationResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Simulates over a range of parameters. */
@Command(name = "sweep", description = "Simulate policies over a range of one parameter, or of several one after the other; print CSV and draw figures. Without --cap, memory is unlimited.", footer = {
        "", "Examples:", "  graalvisor trace sweep --out sweeps",
        "  graalvisor trace sweep --vary functions --values 100,1000,10000 --cap 1000g",
        "  graalvisor trace sweep azure --vary keep-alive --values 0,1,10,60,600"})
final class SweepCommand extends TraceTask {
    private static final double BYTES_PER_GB = 1 << 30;

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Mixin
    private ArrivalOptions arrivals = new ArrivalOptions();

    @Mixin
    private NodeOptions node = new NodeOptions();

    @Option(names = "--vary", split = ",", paramLabel = "PARAMETER", description = "What to vary: ${COMPLETION-CANDIDATES}; keep-alive in seconds, cap in GB. Default: each that the trace allows.")
    private List<SweepParameter> parameters = List.of();

    @Option(names = "--values", split = ",", description = "Values of a single parameter. Default: some over its whole range.")
    private List<Double> values = List.of();

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where to save each sweep as CSV and as a figure.")
    private Optional<Path> out = Optional.empty();

    @Override
    void run(ShownProgress progress) {
        List<SweepParameter> wanted = wanted();
        CostSource costs = node.costs();
        for (SweepParameter parameter : wanted) {
            List<SweepPoint> points = sweep(parameter, costs, progress);
            out.ifPresent(folder -> SweepFiles.write(parameter, points, caption(parameter, points, costs), folder));
        }
        progress.close();
        out().println(costs.origin());
    }

    private List<SweepParameter> wanted() {
        if (parameters.isEmpty()) {
            return List.of(SweepParameter.values()).stream().filter(p -> source.isGenerated() || !needsGenerator(p))
                    .toList();
        }
        for (SweepParameter parameter : parameters) {
            if (needsGenerator(parameter) && !source.isGenerated()) {
                throw new TraceException("--vary " + parameter + " needs a generated trace: leave out TRACE.");
            }
        }
        if (!values.isEmpty() && parameters.size() > 1) {
            throw new TraceException("--values belong to a single parameter: give one --vary, or leave out --values.");
        }
        return parameters;
    }

    private static boolean needsGenerator(SweepParameter parameter) {
        return parameter == SweepParameter.FUNCTIONS;
    }

    private List<SweepPoint> sweep(SweepParameter parameter, CostSource costs, ShownProgress progress) {
        out().println(parameter + "," + SweepPoint.HEADER);
        AzureTrace whole = parameter == SweepParameter.OWNERS
                ? source.load(GeneratorParameters.FULL_DAY_FUNCTIONS, source.generatedAppsPerOwner(), progress)
                : source.load(progress);
        List<SweepPoint> points = new ArrayList<>();
        for (double value : values.isEmpty() ? range(parameter, whole) : values) {
            AzureTrace trace = switch (parameter) {
                case FUNCTIONS -> source.load((int) value, source.generatedAppsPerOwner(), progress);
                case APPS_PER_OWNER -> OwnerGrouping.regrouped(whole, value, source.seed());
                case OWNERS -> Samplers.owners(whole, (int) value, source.seed());
                case KEEP_ALIVE, CAP, RATE_SCALE -> whole;
            };
            for (SimulationResult result : simulate(parameter, value, trace, costs, progress)) {
                SweepPoint point = SweepPoint.of(value, result);
                points.add(point);
                out().println(point.csv());
            }
            out().flush();
        }
        return points;
    }

    /** More owners than there are would be the same owners again. */
    private static List<Double> range(SweepParameter parameter, AzureTrace whole) {
        if (parameter != SweepParameter.OWNERS) {
            return parameter.range();
        }
        double owners = whole.functions().stream().map(function -> function.key().owner()).distinct().count();
        return Stream.concat(parameter.range().stream().filter(value -> value < owners), Stream.of(owners)).toList();
    }

    private List<SimulationResult> simulate(SweepParameter parameter, double value, AzureTrace trace, CostSource costs,
            ShownProgress progress) {
        ScheduleOptions options = arrivals.resolve(arrivals.window().orElse(MinuteWindow.DEFAULT),
                parameter == SweepParameter.RATE_SCALE ? value : arrivals.rateScale().orElse(1.0),
                arrivals.memoryScale().orElse(1.0), source.seed());
        long capBytes = parameter == SweepParameter.CAP
                ? (long) (value * BYTES_PER_GB)
                : arrivals.capBytes().orElse(ManagerOptions.NO_CAP);
        return new PolicyRuns(node.threads(), progress).run(heard -> new MinuteStream(trace, options, heard),
                node.policies(), parameter == SweepParameter.KEEP_ALIVE
                        ? node.manager(capBytes, value)
                        : node.manager(capBytes), costs.models());
    }

    private String caption(SweepParameter parameter, List<SweepPoint> points, CostSource costs) {
        return String.format(Locale.ROOT, "Simulated over minutes %s, %,d to %,d invocations a policy, %s%s; %s.",
                arrivals.window().orElse(MinuteWindow.DEFAULT),
                points.stream().mapToLong(SweepPoint::invocations).min().orElse(0),
                points.stream().mapToLong(SweepPoint::invocations).max().orElse(0),
                parameter == SweepParameter.CAP || arrivals.capBytes().isPresent()
                        ? "what exceeds the memory cap is ignored"
                        : "memory without cap",
                source.isGenerated() ? ", generated trace of seed " + source.seed() : "", costs.origin());
    }
}
