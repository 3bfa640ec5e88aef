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
 * @param retainedShare of the most memory that invocations of an instance ever used at once, the share that stays
 * resident until the instance is stopped; from 0 (all of it is given back at once) to 1
 * @param provenance where these values come from
 */
public record CostModel(long coldStartUs, long invocationOverheadUs, long touchUsPerMb,
        long instanceBaseBytes, long invocationOverheadBytes, double retainedShare, String provenance) {

    private static final int BYTES_TO_MB = 20;

    public CostModel {
        if (coldStartUs < 0 || invocationOverheadUs < 0 || touchUsPerMb < 0 || instanceBaseBytes < 0
                || invocationOverheadBytes < 0
                || !(retainedShare >= 0 && retainedShare <= 1) || provenance.isBlank()) {
            throw new TraceException("Not a cost model: no cost may be below 0, the retained share has to be from 0 "
                    + "to 1, and the provenance has to say where the values come from.");
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
