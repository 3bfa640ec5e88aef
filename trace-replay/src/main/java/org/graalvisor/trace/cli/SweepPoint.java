package org.graalvisor.trace.cli;

import org.graalvisor.trace.simulate.NodeSample;
import org.graalvisor.trace.simulate.SimulationResult;

/**
 * One policy at one value of the parameter.
 *
 * @param value of the parameter
 * @param policy its name
 * @param invocations arrived
 * @param ignored of these, for lack of memory
 * @param instancesStarted starts of instances
 * @param coldInvocations invocations that waited for one
 * @param meanResidentBytes memory in use
 * @param meanInstances instances, idle ones included
 * @param meanActiveInstances instances with at least one invocation
 * @param secondMeansP99Us the paper's 99th percentile of response time
 */
record SweepPoint(double value, String policy, long invocations, long ignored, long instancesStarted,
        long coldInvocations, double meanResidentBytes, double meanInstances, double meanActiveInstances,
        double secondMeansP99Us) {
    static final String HEADER = "policy,invocations,ignored,instances_started,cold_invocations,mean_resident_bytes,"
            + "mean_instances,mean_active_instances,p99_of_second_means_us";
    private static final double PERCENT = 100;

    static SweepPoint of(double value, SimulationResult result) {
        return new SweepPoint(value, result.policy(), result.counts().arrived(), result.counts().ignored(),
                result.counts().instancesStarted(), result.counts().coldInvocations(),
                result.mean(NodeSample::residentBytes), result.mean(NodeSample::instances),
                result.mean(NodeSample::activeInstances),
                result.responseTimes().percentileOfSecondMeansUs(99).orElse(0));
    }

    double coldPercent() {
        return invocations == 0 ? 0 : PERCENT * coldInvocations / invocations;
    }

    double ignoredPercent() {
        return invocations == 0 ? 0 : PERCENT * ignored / invocations;
    }

    String csv() {
        return value + "," + policy + "," + invocations + "," + ignored + "," + instancesStarted + "," + coldInvocations
                + "," + meanResidentBytes + "," + meanInstances + "," + meanActiveInstances + "," + secondMeansP99Us;
    }
}
