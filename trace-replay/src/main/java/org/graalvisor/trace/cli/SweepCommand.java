package org.graalvisor.trace.cli;

import java.util.List;
import java.util.Locale;
import org.graalvisor.trace.TraceException;
import org.graalvisor.trace.model.AzureTrace;
import org.graalvisor.trace.model.MinuteWindow;
import org.graalvisor.trace.schedule.MinuteStream;
import org.graalvisor.trace.schedule.ScheduleOptions;
import org.graalvisor.trace.simulate.NodeSample;
import org.graalvisor.trace.simulate.SimulationResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Simulates over a range of one parameter. */
@Command(name = "sweep", description = "Simulate policies over a range of one parameter and print CSV.", footer = {"",
        "Examples:", "  graalvisor trace sweep --vary functions --values 100,1000,10000 --cap 1000g",
        "  graalvisor trace sweep azure --vary keep-alive --values 0,1,10,60,600"})
final class SweepCommand extends TraceTask {
    /** What can be varied. */
    enum Parameter {
        /** Functions of a generated trace. */
        FUNCTIONS,
        /** Applications per owner of a generated trace. */
        APPS_PER_OWNER,
        /** Seconds. */
        KEEP_ALIVE,
        /** Gigabytes. */
        CAP,
        /** Factor on invocations. */
        RATE_SCALE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final double BYTES_PER_GB = 1 << 30;

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Mixin
    private ArrivalOptions arrivals = new ArrivalOptions();

    @Mixin
    private NodeOptions node = new NodeOptions();

    @Option(names = "--vary", required = true, description = "What to vary: ${COMPLETION-CANDIDATES}; keep-alive in seconds, cap in GB.")
    private Parameter parameter = Parameter.FUNCTIONS;

    @Option(names = "--values", required = true, split = ",", description = "Its values.")
    private List<Double> values = List.of();

    @Override
    void run(ShownProgress progress) {
        boolean generated = parameter == Parameter.FUNCTIONS || parameter == Parameter.APPS_PER_OWNER;
        if (generated && !source.isGenerated()) {
            throw new TraceException("--vary " + parameter + " needs a generated trace: leave out TRACE.");
        }
        out().println(parameter + ",policy,invocations,ignored,instances_started,cold_invocations,mean_resident_bytes,"
                + "mean_active_instances,p99_of_second_means_us");
        AzureTrace trace = source.load(progress);
        for (double value : values) {
            if (generated) {
                trace = parameter == Parameter.FUNCTIONS
                        ? source.load((int) value, source.generatedAppsPerOwner(), progress)
                        : source.load(source.generatedFunctions(), value, progress);
            }
            simulate(trace, value, progress).forEach(result -> print(value, result));
            out().flush();
        }
    }

    private List<SimulationResult> simulate(AzureTrace trace, double value, ShownProgress progress) {
        ScheduleOptions options = arrivals.resolve(arrivals.window().orElse(MinuteWindow.DEFAULT),
                parameter == Parameter.RATE_SCALE ? value : arrivals.rateScale().orElse(1.0),
                arrivals.memoryScale().orElse(1.0), source.seed());
        long capBytes = parameter == Parameter.CAP ? (long) (value * BYTES_PER_GB) : options.memoryCapBytes();
        return new PolicyRuns(node.threads(), progress).run(heard -> new MinuteStream(trace, options, heard),
                node.policies(),
                parameter == Parameter.KEEP_ALIVE ? node.manager(capBytes, value) : node.manager(capBytes), node
                        .costs());
    }

    private void print(double value, SimulationResult result) {
        out().println(value + "," + result.policy() + "," + result.counts().arrived() + "," + result.counts().ignored()
                + "," + result.counts().instancesStarted() + "," + result.counts().coldInvocations() + ","
                + result.mean(NodeSample::residentBytes) + "," + result.mean(NodeSample::activeInstances) + ","
                + result.responseTimes().percentileOfSecondMeansUs(99).orElse(0));
    }
}
