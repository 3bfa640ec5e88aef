package org.graalvisor.trace.replay;

import java.util.List;
import org.graalvisor.results.InvocationRecord;
import org.graalvisor.results.Verdict;
import org.graalvisor.trace.manage.Counts;

/**
 * What a replay showed.
 *
 * @param policy name of the policy
 * @param records one for each arrival of the schedule, in its order
 * @param samples one a period, from the beginning to the end of the drain; those after the schedule's length belong to the
 * drain
 * @param counts the manager's view when the replay ended
 * @param verdict whether the rules of a replay were kept
 */
public record ReplayResult(String policy, List<InvocationRecord> records, List<ReplaySample> samples, Counts counts,
        Verdict verdict) {

    public ReplayResult {
        records = List.copyOf(records);
        samples = List.copyOf(samples);
    }
}
