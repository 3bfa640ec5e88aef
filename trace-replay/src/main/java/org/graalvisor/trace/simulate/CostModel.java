package org.graalvisor.trace.simulate;

import org.graalvisor.trace.TraceException;

/**
 * What one system costs.
 *
 * @param coldStartUs from the request for an instance until it takes invocations
 * @param invocationOverheadUs added to the duration of every invocation
 * @param touchUsPerMb what touching a megabyte for the first time takes: an invocation takes at least that long
 * @param instanceBaseBytes memory of an instance without invocations
 * @param invocationOverheadBytes memory of a running invocation beyond what the function allocates
 * @param retainedUs how long the memory of an invocation that has ended stays resident, if no invocation of its function
 *            takes it over: 0, given back at once; {@link #UNTIL_STOPPED}, a heap that never shrinks, one for all invocations
 *            of an instance
 * @param reuseFactor memory that is resident from the second invocation on that uses it, as a multiple of what the invocation
 *            needs, since a collector lets garbage lie for a while; from 1
 * @param provenance where these values come from
 */
public record CostModel(long coldStartUs, long invocationOverheadUs, long touchUsPerMb,
        long instanceBaseBytes, long invocationOverheadBytes, long retainedUs, double reuseFactor, String provenance) {
    /** For memory that an instance keeps until it ends. */
    public static final long UNTIL_STOPPED = Long.MAX_VALUE;

    private static final int BYTES_TO_MB = 20;

    public CostModel {
        if (coldStartUs < 0 || invocationOverheadUs < 0 || touchUsPerMb < 0 || instanceBaseBytes < 0
                || invocationOverheadBytes < 0
                || retainedUs < 0 || !(reuseFactor >= 1) || provenance.isBlank()) {
            throw new TraceException("Not a cost model: no cost may be below 0, the reuse factor not below 1, and the "
                    + "provenance has to say where the values come from.");
        }
    }

    /**
     * How long an invocation takes on an instance that is ready.
     *
     * @param durationUs what the schedule wants, of which touching is a part
     * @param memoryBytes what it allocates and touches
     */
    public long serviceUs(long durationUs, long memoryBytes) {
        return Math.max(durationUs, (memoryBytes >> BYTES_TO_MB) * touchUsPerMb) + invocationOverheadUs;
    }
}
