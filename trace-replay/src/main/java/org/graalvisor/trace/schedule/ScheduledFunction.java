package org.graalvisor.trace.schedule;

import org.graalvisor.trace.model.FunctionKey;

/**
 * A function as a schedule uses it.
 *
 * @param key its name
 * @param durationUs its average duration
 * @param budgetBytes memory a sandbox of it needs: the average, or the maximum when memory is drawn
 */
public record ScheduledFunction(FunctionKey key, long durationUs, long budgetBytes) {}
