package org.graalvisor.harness.replay;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.graalvisor.harness.process.ProcessIdentity;
import org.graalvisor.harness.process.ProcessTable;
import org.graalvisor.results.ResourceSample;
import org.graalvisor.trace.replay.InstanceDriver;
import org.graalvisor.trace.replay.RealLoop;
import org.graalvisor.trace.replay.ReplayResult;
import org.graalvisor.trace.replay.ReplaySample;
import org.graalvisor.trace.replay.Replayer;

/**
 * What one policy did with a schedule on this machine.
 *
 * @param result invocations, the manager's samples, counts, verdict
 * @param resources memory and processor time of all instances, about one a second
 * @param meanPssReadingMs how long reading PSS of all instances took on average, in milliseconds
 */
public record PolicyReplay(ReplayResult result, List<ResourceSample> resources, double meanPssReadingMs) {
    private static final Path MEMINFO = Path.of("/proc/meminfo");

    /** Copies the list. */
    public PolicyReplay {
        resources = List.copyOf(resources);
    }

    /** Starts instances and knows the processes of those that run. */
    public interface Instances extends InstanceDriver {

        /** Returns the processes of all instances, without those they have started. */
        List<ProcessIdentity> processes();
    }

    /**
     * Replays in real time, on the calling thread.
     *
     * @param plan what
     * @param instances on what
     * @param sink hears of each sample on the sampling thread
     * @param progress hears once a second, on the sampling thread
     */
    public static PolicyReplay run(ReplayPlan plan, Instances instances, Consumer<ResourceSample> sink,
            Consumer<ReplaySample> progress) {
        NodeMemory memory = new NodeMemory(ProcessTable.ofThisMachine());
        NodeSampler sampler = new NodeSampler(instances::processes, memory, new AvailableMemory(MEMINFO, plan
                .memoryReserveBytes()), sink, progress);
        ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("node-sampler")
                .factory());
        ReplayResult result;
        try {
            result = Replayer.run(new Replayer.Surroundings(new RealLoop(), instances, sampler, thread, plan.stop()),
                    plan.schedule(), plan.policy(), plan.node(), plan.limits());
        } finally {
            thread.shutdown();
            awaitEnd(thread);
        }
        return new PolicyReplay(result, sampler.samples(), memory.meanPssMs());
    }

    private static void awaitEnd(ExecutorService thread) {
        try {
            if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("reading the memory of instances takes longer than a minute");
            }
        } catch (InterruptedException request) {
            Thread.currentThread().interrupt();
        }
    }
}
