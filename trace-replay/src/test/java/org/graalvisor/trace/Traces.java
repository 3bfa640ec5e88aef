package org.graalvisor.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graalvisor.trace.model.AppKey;
import org.graalvisor.trace.model.AzureTrace;
import org.graalvisor.trace.model.DirtReport;
import org.graalvisor.trace.model.DurationProfile;
import org.graalvisor.trace.model.FunctionKey;
import org.graalvisor.trace.model.MemoryProfile;
import org.graalvisor.trace.model.MinuteCounts;
import org.graalvisor.trace.model.Percentiles;
import org.graalvisor.trace.model.TraceFunction;
import org.graalvisor.trace.model.Trigger;
import org.graalvisor.trace.schedule.ScheduledFunction;

/** Small traces for tests. */
public final class Traces {
    private final List<TraceFunction> functions = new ArrayList<>();
    private final Map<AppKey, MemoryProfile> memory = new LinkedHashMap<>();

    /** A function with the given counts from minute 1 on; application and function are named alike. */
    public Traces function(String owner, String name, double averageMs, double memoryMb, int... counts) {
        int[] day = new int[MinuteCounts.MINUTES_PER_DAY];
        System.arraycopy(counts, 0, day, 0, counts.length);
        MinuteCounts invocations = MinuteCounts.of(day, 0);
        functions.add(new TraceFunction(new FunctionKey(owner, name, name), Trigger.HTTP, invocations,
                Optional.of(duration(averageMs, invocations.total()))));
        memory.put(new AppKey(owner, name), memory(memoryMb));
        return this;
    }

    /** A function of which the trace knows neither duration nor memory. */
    public Traces unknown(String owner, String name, int... counts) {
        int[] day = new int[MinuteCounts.MINUTES_PER_DAY];
        System.arraycopy(counts, 0, day, 0, counts.length);
        functions.add(new TraceFunction(new FunctionKey(owner, name, name), Trigger.TIMER, MinuteCounts.of(day, 0),
                Optional.empty()));
        return this;
    }

    public AzureTrace build() {
        return new AzureTrace("test", 1, functions, memory, DirtReport.clean());
    }

    private static DurationProfile duration(double averageMs, long count) {
        return new DurationProfile(averageMs, count, averageMs / 2, averageMs * 4,
                new Percentiles(DurationProfile.ranks(), new double[]{averageMs / 2, averageMs / 2, averageMs / 2,
                        averageMs, averageMs, averageMs * 2, averageMs * 4}));
    }

    private static MemoryProfile memory(double mb) {
        return new MemoryProfile(10, mb, new Percentiles(MemoryProfile.ranks(),
                new double[]{mb / 2, mb / 2, mb, mb, mb, mb, mb, mb * 2}));
    }

    /** Functions of a schedule: owner, name, megabytes, in groups of three. */
    public static ScheduledFunction scheduled(String owner, String name, long megabytes) {
        return new ScheduledFunction(new FunctionKey(owner, name, name), 1000, megabytes << 20);
    }
}
