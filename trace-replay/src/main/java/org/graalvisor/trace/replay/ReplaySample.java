package org.graalvisor.trace.replay;

/**
 * The manager's view of the node at one moment.
 *
 * @param elapsedNs since the beginning of the replay
 * @param instances instances, idle ones included
 * @param activeInstances instances with at least one invocation
 * @param openInvocations invocations running or waiting for the start of their instance
 * @param queuedInvocations invocations waiting for memory
 * @param accountedBytes memory counted against the cap
 * @param reservedBytes memory instances may use
 */
public record ReplaySample(long elapsedNs, int instances, int activeInstances, long openInvocations,
        long queuedInvocations, long accountedBytes, long reservedBytes) {}
