package org.graalvisor.trace.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.graalvisor.trace.manage.GraalvisorPolicy;
import org.graalvisor.trace.manage.OpenWhiskPolicy;
import org.graalvisor.trace.manage.PhotonsPolicy;
import org.graalvisor.trace.simulate.NodeSample;
import org.graalvisor.trace.simulate.SimulationResult;

/** Prints simulations side by side. */
final class SimulationTable {
    private static final double BYTES_PER_MB = 1 << 20;
    private static final double US_PER_MS = 1000;
    private static final double PERCENT = 100;

    private SimulationTable() {}

    static List<String> lines(List<SimulationResult> results) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "policy      invocations  completed    ignored  cold starts  cold inv  evicted   memory MB      active   instances");
        lines.add(
                "                                                                               mean      max    mean     mean");
        for (SimulationResult r : results) {
            lines.add(String.format(Locale.ROOT, "%-10s %,12d %,10d %,10d %,12d %8.2f%% %,8d %,9.0f %,8.0f %7.1f %8.1f",
                    r.policy(),
                    r.counts().arrived(), r.counts().completed(), r.counts().ignored(), r.counts().instancesStarted(),
                    r.counts().arrived() == 0 ? 0 : PERCENT * r.counts().coldInvocations() / r.counts().arrived(),
                    r.counts().evicted(), meanMemoryMb(r), r.maximum(NodeSample::residentBytes) / BYTES_PER_MB,
                    r.mean(NodeSample::activeInstances), r.mean(NodeSample::instances)));
        }
        lines.add("");
        lines.add("latency ms   per request: p50      p90      p99    p99.9    of second means: p50      p99");
        for (SimulationResult r : results) {
            lines.add(String.format(Locale.ROOT, "%-10s %18s %8s %8s %8s %23s %8s", r.policy(), milliseconds(r
                    .responseTimes()
                    .percentileUs(50)), milliseconds(r.responseTimes().percentileUs(90)),
                    milliseconds(r.responseTimes().percentileUs(99)), milliseconds(r.responseTimes().percentileUs(
                            99.9)),
                    milliseconds(r.responseTimes().percentileOfSecondMeansUs(50)),
                    milliseconds(r.responseTimes().percentileOfSecondMeansUs(99))));
        }
        lines.add("");
        ratio(results, OpenWhiskPolicy.NAME, "-82.5 %, -68 %, -20 %").ifPresent(lines::add);
        ratio(results, PhotonsPolicy.NAME, "-11.6 %, -44 %, -8 %").ifPresent(lines::add);
        return lines;
    }

    private static Optional<String> ratio(List<SimulationResult> results, String base, String paper) {
        Optional<SimulationResult> ours = find(results, GraalvisorPolicy.NAME);
        return find(results, base).flatMap(other -> ours.map(our -> String.format(Locale.ROOT,
                "graalvisor against %s: memory %s, p99 of second means %s, active instances %s (paper: %s)", base,
                change(meanMemoryMb(our), meanMemoryMb(other)),
                change(our.responseTimes().percentileOfSecondMeansUs(99).orElse(0),
                        other.responseTimes().percentileOfSecondMeansUs(99).orElse(0)),
                change(our.mean(NodeSample::activeInstances), other.mean(NodeSample::activeInstances)), paper)));
    }

    private static Optional<SimulationResult> find(List<SimulationResult> results, String policy) {
        return results.stream().filter(result -> result.policy().equals(policy)).findFirst();
    }

    private static double meanMemoryMb(SimulationResult result) {
        return result.mean(NodeSample::residentBytes) / BYTES_PER_MB;
    }

    private static String change(double ours, double base) {
        return base == 0 ? "-" : String.format(Locale.ROOT, "%+.1f %%", PERCENT * (ours / base - 1));
    }

    private static String milliseconds(OptionalDouble microseconds) {
        return microseconds.isEmpty()
                ? "-"
                : String.format(Locale.ROOT, "%,.1f", microseconds.getAsDouble() / US_PER_MS);
    }
}
