package org.graalvisor.trace.replay;

import org.graalvisor.trace.schedule.ScheduledFunction;

/**
 * An invocation to send.
 *
 * @param index position in the schedule, from 0
 * @param function which function
 * @param durationUs how long it is to run
 * @param memoryBytes how much memory it is to use
 */
public record InvocationRequest(long index, ScheduledFunction function, long durationUs, long memoryBytes) {}
