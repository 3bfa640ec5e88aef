package org.graalvisor.trace.replay;

import org.graalvisor.trace.schedule.ScheduledFunction;

/**
 * An instance that is needed.
 *
 * @param id unique within the replay, from 0
 * @param firstFunction the function it is started for; under a policy that shares instances more functions of the same
 * owner may follow, and are then to be registered at their first invocation
 * @param memoryBytes memory it may use
 */
public record InstanceRequest(long id, ScheduledFunction firstFunction, long memoryBytes) {}
