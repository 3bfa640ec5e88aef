package org.graalvisor.trace.replay;

import java.util.Comparator;
import java.util.List;
import org.graalvisor.trace.TraceException;
import org.graalvisor.trace.schedule.ScheduledFunction;

/**
 * Chooses real workloads for the functions of a trace, instead of imitating their duration and memory.
 *
 * @param workloads what there is to choose from, at least one
 */
public record WorkloadChoice(List<Workload> workloads) {

    /**
     * A workload and how long it runs here.
     *
     * @param name as in experiments
     * @param warmDurationUs measured duration of a warm invocation, above 0
     */
    public record Workload(String name, long warmDurationUs) {}

    public WorkloadChoice {
        workloads = List.copyOf(workloads);
        if (workloads.isEmpty() || workloads.stream().anyMatch(workload -> workload.warmDurationUs() <= 0)) {
            throw new TraceException("Choosing workloads needs at least one, each with a measured duration above 0: "
                    + workloads + ".");
        }
    }

    /** Returns the workload with the nearest duration, by ratio: 1 ms is as far from 10 ms as 100 ms is. */
    public Workload nearest(ScheduledFunction function) {
        double wanted = Math.log((double) Math.max(1, function.durationUs()));
        return workloads.stream()
                .min(Comparator.comparingDouble((Workload workload) -> Math.abs(Math.log((double) workload
                        .warmDurationUs())
                        - wanted)).thenComparing(Workload::name))
                .orElseThrow();
    }
}
