package org.graalvisor.trace.simulate;

/**
 * A node at one moment.
 *
 * @param elapsedUs since the schedule's beginning
 * @param residentBytes memory in use
 * @param accountedBytes memory counted against the cap
 * @param reservedBytes what instances may use
 * @param instances instances, idle ones included
 * @param activeInstances instances with at least one invocation
 * @param inFlight invocations running or waiting for the start of their instance
 */
public record NodeSample(long elapsedUs, long residentBytes, long accountedBytes, long reservedBytes, int instances,
        int activeInstances, long inFlight) {}
