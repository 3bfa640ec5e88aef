package org.graalvisor.harness.costs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.graalvisor.analysis.data.Experiment;
import org.graalvisor.analysis.data.Point;
import org.graalvisor.analysis.data.Statistic;
import org.graalvisor.analysis.statistics.Samples;
import org.graalvisor.results.HostDescription;
import org.graalvisor.results.RunStore;
import org.graalvisor.results.SourceRevision;

/**
 * Numbers of one experiment, which remembers what was taken from it.
 */
final class CostSources {
    private static final String WORKLOAD = "helloworld";

    private final Experiment experiment;
    private final List<String> taken = new ArrayList<>();

    CostSources(Experiment experiment) {
        this.experiment = experiment;
    }

    /** Returns the median over runs of a metric of the Java function; empty when it was not measured. */
    OptionalDouble median(String platform, String metric, Statistic statistic) {
        return last(platform, metric, statistic, Map.of("platform", platform, "workload", WORKLOAD));
    }

    /** The same at the largest number of isolates. */
    OptionalDouble atMostIsolates(String platform, String metric, Statistic statistic) {
        int most = experiment.cells().stream().map(cell -> cell.dimensions().getOrDefault("isolates", "0"))
                .mapToInt(Integer::parseInt).max().orElse(0);
        return last(platform, metric, statistic, Map.of("platform", platform, "workload", WORKLOAD, "isolates",
                Integer.toString(most)));
    }

    private OptionalDouble last(String platform, String metric, Statistic statistic, Map<String, String> wanted) {
        List<Point> points = experiment.points(metric, statistic, wanted);
        if (points.isEmpty()) {
            return OptionalDouble.empty();
        }
        Point point = points.getLast();
        taken.add(metric + " of " + platform + (wanted.containsKey("isolates")
                ? " with " + wanted.get("isolates") + " isolates"
                : "") + " (n=" + point.runs().size() + (point.degraded() ? ", degraded" : "") + ")");
        return OptionalDouble.of(Samples.median(point.values()));
    }

    /** Returns run, code and machine, and which metrics were taken, in one line. */
    String provenance() {
        SourceRevision source = experiment.manifest().environment().source();
        HostDescription host = experiment.manifest().environment().host();
        return experiment.manifest().experiment() + " run " + experiment.manifest().runId()
                + (experiment.origin() == RunStore.Origin.REFERENCE ? " (reference run, not of this machine)" : "")
                + ", commit " + source.commit() + (source.dirty() ? " with changes" : "") + ", " + host.cores()
                + " cores of " + host.cpuModel() + ", " + host.kernel() + ": " + String.join(", ", taken);
    }
}
