package org.graalvisor.harness.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.graalvisor.harness.replay.Emulation;
import org.graalvisor.trace.model.MinuteWindow;
import org.graalvisor.trace.replay.WorkloadChoice;
import org.graalvisor.trace.schedule.Schedule;
import org.graalvisor.trace.schedule.ScheduleFile;

/**
 * The replay of a schedule that a user has made, as an experiment like those that ship.
 *
 * @param schedule its file
 * @param policies names of policies
 * @param capMb memory of the node, in megabytes
 * @param instanceMb size of instances that are not sized to a function, in megabytes
 * @param keepAliveMs how long an idle instance is kept, in milliseconds
 * @param reserveMb memory of this machine that has to stay available, in megabytes
 * @param drainMs how long replies are waited for after the last arrival, in milliseconds
 * @param work how emulated functions spend their durations
 * @param costs file of cost models for the simulator; measured when absent
 */
public record ReplayExperiment(Path schedule, List<String> policies, long capMb, long instanceMb, long keepAliveMs,
        long reserveMb, int drainMs, Emulation.Work work, Optional<String> costs) {
    private static final String NAME = "replay";
    private static final double US_PER_MINUTE = 60e6;

    /** Copies the list. */
    public ReplayExperiment {
        policies = List.copyOf(policies);
    }

    /**
     * Returns the experiment.
     *
     * @param choices real functions to run in place of emulated ones; may be empty
     */
    public Experiment experiment(List<WorkloadChoice.Workload> choices) {
        Schedule read = ScheduleFile.read(schedule);
        int minutes = Math.max(1, (int) Math.ceil(read.lengthUs() / US_PER_MINUTE));
        // All but the file says nothing here: the schedule is made already.
        TraceSource source = new TraceSource(schedule.toString(), 1, 1, new MinuteWindow(1, minutes), 1, 1, 0);
        return new Experiment(NAME, "Replay of " + schedule.getFileName(), "own", "equal", 0, policies, List.of(
                Workloads.EMULATION), new Settings.TraceReplay(source, new ReplayNode(capMb, instanceMb, keepAliveMs,
                        reserveMb), work, choices, costs.orElse(Settings.TraceReplay.MEASURED), drainMs));
    }

    /**
     * Finds the real Java functions that can run here, and measures how long they take.
     *
     * @param rig runs them
     */
    public List<WorkloadChoice.Workload> realFunctions(Rig rig) {
        try (Workloads workloads = rig.workloads().apply(0)) {
            return new RealFunctions(rig, workloads).measure();
        }
    }
}
