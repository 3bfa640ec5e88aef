package org.graalvisor.trace.cli;

import java.util.Optional;
import org.graalvisor.trace.model.MinuteWindow;
import org.graalvisor.trace.schedule.ArrivalModel;
import org.graalvisor.trace.schedule.DrawRule;
import org.graalvisor.trace.schedule.ScheduleOptions;
import picocli.CommandLine.Option;

/** How arrivals follow from a trace. */
final class ArrivalOptions {
    @Option(names = "--window", converter = WindowText.class, description = "Minutes of the trace, from 1. Default: 701-710.")
    private Optional<MinuteWindow> window = Optional.empty();

    @Option(names = "--arrivals", defaultValue = "uniform", description = "Arrivals within a minute: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private ArrivalModel arrivals = ArrivalModel.UNIFORM;

    @Option(names = "--durations", defaultValue = "average", description = "Duration of an invocation: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private DrawRule durations = DrawRule.AVERAGE;

    @Option(names = "--memory", defaultValue = "average", description = "Memory of an invocation: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private DrawRule memory = DrawRule.AVERAGE;

    @Option(names = "--rate-scale", paramLabel = "FACTOR", description = "Factor on invocations. Default: 1.")
    private Optional<Double> rateScale = Optional.empty();

    @Option(names = "--memory-scale", paramLabel = "FACTOR", description = "Factor on memory. Default: 1.")
    private Optional<Double> memoryScale = Optional.empty();

    @Option(names = "--default-memory", paramLabel = "MB", defaultValue = "170", description = "Memory of an application when the trace knows that of none. Default: ${DEFAULT-VALUE}.")
    private double defaultMemoryMb = ScheduleOptions.DEFAULT_MEMORY_MB;

    @Option(names = "--cap", converter = ByteSize.class, paramLabel = "SIZE", description = "Memory of the node, for example 16g. Default: 16g.")
    private Optional<Long> capBytes = Optional.empty();

    Optional<MinuteWindow> window() {
        return window;
    }

    Optional<Long> capBytes() {
        return capBytes;
    }

    Optional<Double> rateScale() {
        return rateScale;
    }

    Optional<Double> memoryScale() {
        return memoryScale;
    }

    ScheduleOptions resolve(MinuteWindow minutes, double rate, double memoryFactor, long seed) {
        return new ScheduleOptions(minutes, arrivals, durations, memory, rate, memoryFactor,
                capBytes.orElse(ScheduleOptions.PAPER_CAP_BYTES), ScheduleOptions.DEFAULT_MINIMUM_DURATION_US,
                defaultMemoryMb, seed);
    }
}
