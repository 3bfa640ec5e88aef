package org.graalvisor.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.graalvisor.analysis.SyntheticRuns.Cell;
import org.graalvisor.results.InvocationRecord;
import org.graalvisor.results.Measurement;
import org.graalvisor.results.Outcome;
import org.graalvisor.results.Phase;
import org.graalvisor.results.PlannedCell;
import org.graalvisor.results.ResourceSample;
import org.graalvisor.results.StartKind;
import org.graalvisor.results.Verdict;

/** Made-up replays of a trace, the same each time: 25 invocations a second, one of a hundred with a cold start. */
final class SyntheticTrace {
    private static final int PER_SECOND = 25;
    private static final long SECOND_NS = 1_000_000_000L;

    private final RandomGenerator random = new SplittableRandom(9);
    private final int seconds;

    /**
     * @param seconds length of the schedule
     */
    SyntheticTrace(int seconds) {
        this.seconds = seconds;
    }

    List<Cell> cells() {
        return List.of(cell("openwhisk", 900, 60, 620e6), cell("photons", 300, 30, 210e6), cell("graalvisor", 60, 21,
                180e6));
    }

    private Cell cell(String policy, double coldMs, double instances, double bytes) {
        List<Measurement> numbers = new ArrayList<>();
        List<InvocationRecord> invocations = new ArrayList<>();
        List<ResourceSample> resources = new ArrayList<>();
        double active = 0;
        double sumMs = 0;
        for (int second = 0; second < seconds; second++) {
            double now = Math.rint(instances * (0.6 + 0.4 * Math.sin(second / 15.0)) * (1 - Math.exp(-second / 8.0)));
            active += now;
            numbers.add(new Measurement("active_instances", "count", second, now));
            numbers.add(new Measurement("open_invocations", "count", second, 2 * now));
            numbers.add(new Measurement("node_memory_bytes", "bytes", second, Math.rint(bytes * now / instances)));
            resources.add(new ResourceSample(second * SECOND_NS + 4_000_000, Math.round(bytes * now / instances),
                    OptionalLong.of(Math.round(0.8 * bytes * now / instances)), OptionalLong.empty(), 0, 1, (int) now));
            for (int i = 0; i < PER_SECOND; i++) {
                double ms = i == 0 && second % 4 == 0
                        ? coldMs * (1 + random.nextDouble())
                        : 5 + 40 * random
                                .nextDouble();
                sumMs += ms;
                invocations.add(invocation(invocations.size(), second * SECOND_NS + i * (SECOND_NS / PER_SECOND), Math
                        .round(ms * 1e6)));
            }
        }
        long sent = invocations.size();
        invocations.add(new InvocationRecord(sent, "f", (seconds - 1) * SECOND_NS, OptionalLong.empty(), OptionalLong
                .empty(), 0, StartKind.UNKNOWN, OptionalLong.empty(), Phase.MEASURE, Outcome.DROPPED));
        scalar(numbers, "arrived", "count", sent + 1.0);
        scalar(numbers, "completed", "count", (double) sent);
        scalar(numbers, "failed", "count", 0);
        scalar(numbers, "ignored", "count", 1);
        scalar(numbers, "unfinished", "count", 0);
        scalar(numbers, "cold_starts", "count", instances);
        scalar(numbers, "instances_started", "count", instances + 2);
        scalar(numbers, "mean_rss_bytes", "bytes", 0.62 * bytes);
        scalar(numbers, "mean_pss_bytes", "bytes", 0.5 * bytes);
        scalar(numbers, "mean_active_instances", "count", active / seconds);
        scalar(numbers, "mean_response_time_ms", "ms", sumMs / sent);
        scalar(numbers, "simulated_mean_memory_bytes", "bytes", 0.54 * bytes);
        scalar(numbers, "simulated_mean_active_instances", "count", active / seconds * 0.97);
        scalar(numbers, "simulated_mean_response_time_ms", "ms", sumMs / sent * 0.8);
        scalar(numbers, "simulated_cold_starts", "count", instances);
        return new Cell(new PlannedCell(policy + ".run1", Map.of("platform", policy, "run", "1")), Verdict.valid(),
                numbers, new long[0], invocations, resources);
    }

    private static InvocationRecord invocation(long index, long intendedNs, long durationNs) {
        return new InvocationRecord(index, "f", intendedNs, OptionalLong.of(intendedNs + 1_000), OptionalLong.of(
                intendedNs + durationNs), 200, StartKind.UNKNOWN, OptionalLong.empty(), Phase.MEASURE,
                Outcome.COMPLETED);
    }

    private static void scalar(List<Measurement> numbers, String metric, String unit, double value) {
        numbers.add(Measurement.scalar(metric, unit, value));
    }
}
