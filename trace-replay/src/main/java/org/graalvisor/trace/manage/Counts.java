package org.graalvisor.trace.manage;

/**
 * What became of invocations and instances so far.
 *
 * @param arrived invocations that arrived
 * @param completed of these, answered
 * @param failed of these, failed
 * @param ignored of these, not run for lack of memory
 * @param queued of these, waiting for memory now
 * @param inFlight of these, running or waiting for the start of their instance now
 * @param coldInvocations invocations that waited for the start of an instance
 * @param instancesStarted starts of instances
 * @param instancesFailed instances that failed to start, or failed later
 * @param evicted idle instances stopped to make room
 * @param expired idle instances stopped because their keep-alive was over
 */
public record Counts(long arrived, long completed, long failed, long ignored, long queued, long inFlight,
        long coldInvocations, long instancesStarted, long instancesFailed, long evicted, long expired) {

    /** Tells whether every invocation is accounted for exactly once. */
    public boolean isConserved() {
        return arrived == completed + failed + ignored + queued + inFlight;
    }
}
