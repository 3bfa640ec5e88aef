package org.graalvisor.trace.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graalvisor.trace.model.AzureTrace;
import org.graalvisor.trace.model.DurationProfile;
import org.graalvisor.trace.model.MemoryProfile;
import org.graalvisor.trace.model.Percentiles;
import org.graalvisor.trace.model.TraceFunction;

/** Durations and memory of the functions of a trace under some options; knows what had to be substituted. */
final class FunctionDraws {
    private static final double US_PER_MS = 1000;
    private static final double BYTES_PER_MB = 1 << 20;
    /** When the trace knows the duration of no function: about e^-0.38 s, the published median (ATC'20). */
    private static final double DEFAULT_DURATION_MS = 684;

    private final ScheduleOptions options;
    private final List<ScheduledFunction> functions = new ArrayList<>();
    private final List<Optional<Percentiles>> durations = new ArrayList<>();
    private final List<Optional<Percentiles>> memory = new ArrayList<>();
    private long substitutedDurations;
    private long substitutedMemory;

    FunctionDraws(AzureTrace trace, List<TraceFunction> used, ScheduleOptions options) {
        this.options = options;
        double medianMs = median(trace.functions().stream().flatMap(f -> f.usableAverageMs().stream()).toList(),
                DEFAULT_DURATION_MS);
        double medianMb = median(trace.memory().values().stream().map(MemoryProfile::averageMb).filter(mb -> mb > 0)
                .toList(), options.defaultMemoryMb());
        for (TraceFunction function : used) {
            add(trace, function, medianMs, medianMb);
        }
    }

    private void add(AzureTrace trace, TraceFunction function, double medianMs, double medianMb) {
        Optional<Double> averageMs = function.usableAverageMs();
        Optional<Double> averageMb = trace.usableMemoryMb(function);
        substitutedDurations += averageMs.isEmpty() ? 1 : 0;
        substitutedMemory += averageMb.isEmpty() ? 1 : 0;
        durations.add(averageMs.isEmpty() ? Optional.empty() : function.duration().map(DurationProfile::percentiles));
        Optional<Percentiles> megabytes = averageMb.isEmpty()
                ? Optional.empty()
                : trace.memoryOf(function).map(MemoryProfile::percentiles);
        memory.add(megabytes);
        double budgetMb = averageMb.orElse(medianMb);
        if (options.memoryRule() == DrawRule.PERCENTILES && megabytes.isPresent()) {
            budgetMb = Math.max(budgetMb, megabytes.get().quantile(1));
        }
        functions.add(new ScheduledFunction(function.key(), microseconds(averageMs.orElse(medianMs)),
                bytes(budgetMb)));
    }

    List<ScheduledFunction> functions() {
        return List.copyOf(functions);
    }

    Substitutions substitutions() {
        return new Substitutions(substitutedDurations, substitutedMemory);
    }

    long durationUs(int function, double probability) {
        return durations.get(function).map(known -> microseconds(known.quantile(probability)))
                .orElse(functions.get(function).durationUs());
    }

    long memoryBytes(int function, double probability) {
        return memory.get(function).map(known -> Math.min(bytes(known.quantile(probability)),
                functions.get(function).budgetBytes())).orElse(functions.get(function).budgetBytes());
    }

    private long microseconds(double milliseconds) {
        return Math.max(options.minimumDurationUs(), Math.round(milliseconds * US_PER_MS));
    }

    private long bytes(double megabytes) {
        return Math.max(1, Math.round(megabytes * options.memoryScale() * BYTES_PER_MB));
    }

    private static double median(List<Double> values, double none) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? none : sorted.get(sorted.size() / 2);
    }
}
