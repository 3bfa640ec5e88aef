package org.graalvisor.harness.load;

/**
 * When a phase of a closed loop ends: at whichever limit comes first.
 *
 * @param requests most requests, 0 for none at all
 * @param durationNs longest time in nanoseconds
 */
public record LoadLimit(long requests, long durationNs) {

    /** Refuses negative limits. */
    public LoadLimit {
        if (requests < 0 || durationNs < 0) {
            throw new IllegalArgumentException("a load limit must not be negative: " + requests + " requests, "
                    + durationNs + " ns");
        }
    }
}
