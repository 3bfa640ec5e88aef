package org.graalvisor.trace.model;

import java.util.Optional;

/**
 * One function of a trace.
 *
 * @param key its name
 * @param trigger what makes it run
 * @param invocations how often it ran in each minute
 * @param duration how long it ran; empty when the trace does not say
 */
public record TraceFunction(FunctionKey key, Trigger trigger, MinuteCounts invocations,
        Optional<DurationProfile> duration) {

    /** Returns the mean duration in milliseconds when the trace has a usable one, which is not negative. */
    public Optional<Double> usableAverageMs() {
        return duration.map(DurationProfile::averageMs).filter(average -> average >= 0);
    }
}
