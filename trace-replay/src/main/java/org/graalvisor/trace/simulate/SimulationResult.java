package org.graalvisor.trace.simulate;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.graalvisor.trace.manage.Counts;

/**
 * What a simulation showed.
 *
 * @param policy name of the policy
 * @param counts what became of invocations and instances, all of it when the last invocation had ended
 * @param responseTimes of completed invocations
 * @param samples of the node, one a second from the schedule's beginning to its end
 */
public record SimulationResult(String policy, Counts counts, ResponseTimes responseTimes, List<NodeSample> samples) {

    public SimulationResult {
        samples = List.copyOf(samples);
    }

    /** Returns the mean of what is measured, over the samples; 0 without samples. */
    public double mean(ToDoubleFunction<NodeSample> measure) {
        return samples.stream().mapToDouble(measure).average().orElse(0);
    }

    /** Returns the maximum of what is measured, over the samples; 0 without samples. */
    public double maximum(ToDoubleFunction<NodeSample> measure) {
        return samples.stream().mapToDouble(measure).max().orElse(0);
    }
}
