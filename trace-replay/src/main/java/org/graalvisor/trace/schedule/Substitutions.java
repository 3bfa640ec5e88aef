package org.graalvisor.trace.schedule;

/**
 * What a schedule had to make up because the trace does not say.
 *
 * @param durations functions that got the median function's average duration
 * @param memory functions that got the median application's average memory, or the default
 */
public record Substitutions(long durations, long memory) {}
