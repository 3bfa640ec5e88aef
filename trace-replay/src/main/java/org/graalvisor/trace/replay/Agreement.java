package org.graalvisor.trace.replay;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import org.graalvisor.results.InvocationRecord;
import org.graalvisor.results.Outcome;
import org.graalvisor.trace.manage.Counts;
import org.graalvisor.trace.simulate.NodeSample;
import org.graalvisor.trace.simulate.SimulationResult;

/**
 * One measure of the same schedule, replayed and simulated.
 *
 * @param measure what is compared, with its unit
 * @param replayed on real instances
 * @param simulated in virtual time
 */
public record Agreement(String measure, double replayed, double simulated) {
    private static final double NS_PER_US = 1000;

    /** Returns how far the simulation is off, relative to the replay; 0 when both are 0. */
    public double relativeDifference() {
        return replayed == simulated ? 0 : Math.abs(simulated - replayed) / Math.abs(replayed);
    }

    /**
     * Compares what both know. Memory is known to the rig alone, which compares it with its own samples.
     *
     * @param replay a replay
     * @param lengthNs length of its schedule; samples taken later belong to the drain and are left out
     * @param simulation a simulation of the same schedule under the same policy
     */
    public static List<Agreement> of(ReplayResult replay, long lengthNs, SimulationResult simulation) {
        double responseUs = replay.records().stream().filter(row -> row.outcome() == Outcome.COMPLETED)
                .map(InvocationRecord::responseTimeNs).flatMapToLong(OptionalLong::stream).average().orElse(0)
                / NS_PER_US;
        return List.of(
                new Agreement("mean response time, us", responseUs,
                        simulation.responseTimes().meanUs().orElse(0)),
                new Agreement("mean active instances", mean(replay, lengthNs, ReplaySample::activeInstances),
                        simulation.mean(NodeSample::activeInstances)),
                new Agreement("mean instances", mean(replay, lengthNs, ReplaySample::instances),
                        simulation.mean(NodeSample::instances)),
                new Agreement("instances started", replay.counts().instancesStarted(),
                        simulation.counts().instancesStarted()),
                new Agreement("ignored share", ignoredShare(replay.counts()), ignoredShare(simulation.counts())));
    }

    private static double mean(ReplayResult replay, long lengthNs, ToDoubleFunction<ReplaySample> measure) {
        return replay.samples().stream().filter(sample -> sample.elapsedNs() < lengthNs).mapToDouble(measure).average()
                .orElse(0);
    }

    private static double ignoredShare(Counts counts) {
        return counts.arrived() == 0 ? 0 : (double) counts.ignored() / counts.arrived();
    }
}
