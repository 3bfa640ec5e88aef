package org.graalvisor.trace.schedule;

import org.graalvisor.trace.TraceException;
import org.graalvisor.trace.model.MinuteWindow;

/**
 * How a trace becomes a schedule.
 *
 * @param window minutes of the trace
 * @param arrivals model of arrivals within a minute
 * @param durationRule how durations are chosen
 * @param memoryRule how memory is chosen
 * @param rateScale factor on invocations, above 0; each function keeps its share exactly
 * @param memoryScale factor on memory, above 0
 * @param memoryCapBytes memory of the node the schedule is meant for, above 0
 * @param minimumDurationUs shortest duration; the trace rounds to whole milliseconds, so 0 ms means less than half of one
 * @param defaultMemoryMb memory of applications when the trace knows that of none, as in the 2021 trace
 * @param seed seed of everything random
 */
public record ScheduleOptions(MinuteWindow window, ArrivalModel arrivals, DrawRule durationRule, DrawRule memoryRule,
        double rateScale, double memoryScale, long memoryCapBytes, long minimumDurationUs, double defaultMemoryMb,
        long seed) {
    /** The node of the paper: 16 GB. */
    public static final long PAPER_CAP_BYTES = 16L << 30;
    /** Shortest duration: half of the trace's resolution. */
    public static final long DEFAULT_MINIMUM_DURATION_US = 500;
    /** Median application of the 2019 trace (Shahrad et al., ATC'20, Fig. 8). */
    public static final double DEFAULT_MEMORY_MB = 170;

    public ScheduleOptions {
        if (!(rateScale > 0) || !(memoryScale > 0) || !Double.isFinite(rateScale) || !Double.isFinite(memoryScale)) {
            throw new TraceException("The scales have to be above 0, not " + rateScale + " (rate) and " + memoryScale
                    + " (memory).");
        }
        if (memoryCapBytes <= 0 || minimumDurationUs < 0 || !(defaultMemoryMb > 0)) {
            throw new TraceException("Memory cap (" + memoryCapBytes + " B) and default memory (" + defaultMemoryMb
                    + " MB) have to be above 0, the shortest duration (" + minimumDurationUs + " us) not below.");
        }
    }

    /**
     * Returns the paper's rules: uniform arrivals, averages, 16 GB.
     *
     * @param window minutes of the trace
     * @param seed seed of everything random
     */
    public static ScheduleOptions paper(MinuteWindow window, long seed) {
        return new ScheduleOptions(window, ArrivalModel.UNIFORM, DrawRule.AVERAGE, DrawRule.AVERAGE, 1, 1,
                PAPER_CAP_BYTES, DEFAULT_MINIMUM_DURATION_US, DEFAULT_MEMORY_MB, seed);
    }

    /** Returns these options with another model of arrivals. */
    public ScheduleOptions withArrivals(ArrivalModel model) {
        return new ScheduleOptions(window, model, durationRule, memoryRule, rateScale, memoryScale, memoryCapBytes,
                minimumDurationUs, defaultMemoryMb, seed);
    }

    /** Returns these options with other rules. */
    public ScheduleOptions withRules(DrawRule duration, DrawRule memory) {
        return new ScheduleOptions(window, arrivals, duration, memory, rateScale, memoryScale, memoryCapBytes,
                minimumDurationUs, defaultMemoryMb, seed);
    }

    /** Returns these options for another size of machine. */
    public ScheduleOptions scaled(double rate, double memory, long capBytes) {
        return new ScheduleOptions(window, arrivals, durationRule, memoryRule, rate, memory, capBytes,
                minimumDurationUs, defaultMemoryMb, seed);
    }
}
