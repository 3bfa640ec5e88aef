package org.graalvisor.harness.load;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.graalvisor.results.InvocationRecord;
import org.graalvisor.results.Outcome;

/**
 * What became of the invocations of a load.
 *
 * @param scheduled how many the load was to make
 * @param completed answered correctly
 * @param failed answered wrongly, or the connection broke
 * @param dropped never sent
 * @param unfinished sent without a reply at the end
 */
public record Counts(long scheduled, long completed, long failed, long dropped, long unfinished) {

    static Counts of(long scheduled, List<InvocationRecord> records) {
        Map<Outcome, Long> sums = new EnumMap<>(Outcome.class);
        records.forEach(row -> sums.merge(row.outcome(), 1L, Long::sum));
        return new Counts(scheduled, sums.getOrDefault(Outcome.COMPLETED, 0L), sums.getOrDefault(Outcome.FAILED, 0L),
                sums.getOrDefault(Outcome.DROPPED, 0L), sums.getOrDefault(Outcome.UNFINISHED, 0L));
    }

    /** Tells whether every scheduled invocation has exactly one outcome. */
    public boolean isConserved() {
        return scheduled == completed + failed + dropped + unfinished;
    }
}
