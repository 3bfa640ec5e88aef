package org.graalvisor.results;

import java.util.OptionalLong;

/**
 * One scheduled invocation. Stamps are nanoseconds since the start of the cell's load, all from one clock.
 *
 * @param index position in the schedule, from 0
 * @param function name of the function
 * @param intendedNs when the schedule wanted it sent
 * @param sentNs when it was sent; empty when it was dropped
 * @param completedNs when the reply or the error was there; empty when it was dropped or is unfinished
 * @param status HTTP status, or 0 when there was no reply
 * @param startKind whether a sandbox had to be created
 * @param execTimeUs execution time in microseconds as the function reports it; empty when unknown
 * @param phase warm-up or measured
 * @param outcome how it ended
 */
public record InvocationRecord(long index, String function, long intendedNs, OptionalLong sentNs,
        OptionalLong completedNs,
        int status, StartKind startKind, OptionalLong execTimeUs, Phase phase, Outcome outcome) {

    public InvocationRecord {
        Names.requireSingleLine("function", function);
        boolean sent = outcome != Outcome.DROPPED;
        boolean answered = outcome == Outcome.COMPLETED || outcome == Outcome.FAILED;
        if (sentNs.isPresent() != sent || completedNs.isPresent() != answered) {
            throw new IllegalArgumentException("Invocation " + index + " is " + outcome + " with sent=" + sentNs
                    + " and completed=" + completedNs
                    + ": a dropped one has neither stamp, an unfinished one was only sent, any other has both");
        }
    }

    /** Intended to completed, in nanoseconds: what a client waits. Empty without a reply. */
    public OptionalLong responseTimeNs() {
        return difference(completedNs, OptionalLong.of(intendedNs));
    }

    /** Sent to completed, in nanoseconds: what the platform takes. Empty without a reply. */
    public OptionalLong serviceTimeNs() {
        return difference(completedNs, sentNs);
    }

    /** Intended to sent, in nanoseconds: the driver's own fault. Empty when dropped. */
    public OptionalLong sendLagNs() {
        return difference(sentNs, OptionalLong.of(intendedNs));
    }

    private static OptionalLong difference(OptionalLong later, OptionalLong earlier) {
        if (later.isEmpty() || earlier.isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(later.getAsLong() - earlier.getAsLong());
    }
}
