package org.graalvisor.trace.model;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One or more days of a trace.
 *
 * @param name where it comes from
 * @param days number of consecutive days
 * @param functions in the order of the trace, each key once
 * @param memory memory of the applications of which it is known
 * @param dirt what was wrong in it, and what was done about it
 */
public record AzureTrace(String name, int days, List<TraceFunction> functions, Map<AppKey, MemoryProfile> memory,
        DirtReport dirt) {

    public AzureTrace {
        functions = List.copyOf(functions);
        memory = Collections.unmodifiableMap(new LinkedHashMap<>(memory));
    }

    /** Returns how many minutes it spans. */
    public int minutes() {
        return days * MinuteCounts.MINUTES_PER_DAY;
    }

    /** Returns all invocations. */
    public long invocations() {
        return functions.stream().mapToLong(function -> function.invocations().total()).sum();
    }

    /** Returns the mean memory of a function's application in MB when the trace has a usable one, which is above 0. */
    public Optional<Double> usableMemoryMb(TraceFunction function) {
        return memoryOf(function).map(MemoryProfile::averageMb).filter(average -> average > 0);
    }

    /** Returns the memory of a function's application, when known. */
    public Optional<MemoryProfile> memoryOf(TraceFunction function) {
        return Optional.ofNullable(memory.get(function.key().appKey()));
    }

    /** Returns the invocations of all functions in each minute. */
    public long[] invocationsPerMinute() {
        long[] perMinute = new long[minutes()];
        functions.forEach(function -> function.invocations().addTo(perMinute));
        return perMinute;
    }

    /**
     * Returns a part of this trace; memory of applications that are not in it is left out.
     *
     * @param partName name of the part
     * @param kept functions of this trace
     */
    public AzureTrace with(String partName, List<TraceFunction> kept) {
        Map<AppKey, MemoryProfile> part = new HashMap<>(memory);
        part.keySet().retainAll(kept.stream().map(function -> function.key().appKey()).collect(Collectors.toSet()));
        Map<AppKey, MemoryProfile> ordered = new LinkedHashMap<>();
        memory.keySet().stream().filter(part::containsKey).forEach(app -> ordered.put(app, part.get(app)));
        return new AzureTrace(partName, days, kept, ordered, dirt);
    }
}
