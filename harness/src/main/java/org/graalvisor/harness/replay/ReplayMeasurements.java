package org.graalvisor.harness.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.graalvisor.results.InvocationRecord;
import org.graalvisor.results.Measurement;
import org.graalvisor.results.Outcome;
import org.graalvisor.results.ResourceSample;
import org.graalvisor.trace.manage.Counts;
import org.graalvisor.trace.replay.ReplaySample;
import org.graalvisor.trace.simulate.NodeSample;
import org.graalvisor.trace.simulate.SimulationResult;

/** The numbers of a replay and of its simulation. Means are over the schedule's length; what follows is the drain. */
public final class ReplayMeasurements {
    private static final double NS_PER_MS = 1e6;
    private static final double US_PER_MS = 1e3;
    private static final String COUNT = "count";
    private static final String BYTES = "bytes";
    private static final String MS = "ms";

    private ReplayMeasurements() {}

    /**
     * Returns what was measured.
     *
     * @param replay on this machine
     * @param lengthUs length of the schedule
     */
    public static List<Measurement> of(PolicyReplay replay, long lengthUs) {
        long lengthNs = TimeUnit.MICROSECONDS.toNanos(lengthUs);
        List<ReplaySample> samples = replay.result().samples();
        List<Measurement> all = new ArrayList<>();
        for (int second = 0; second < samples.size(); second++) {
            ReplaySample sample = samples.get(second);
            all.add(new Measurement("active_instances", COUNT, second, sample.activeInstances()));
            all.add(new Measurement("open_invocations", COUNT, second, sample.openInvocations()));
            all.add(new Measurement("node_memory_bytes", BYTES, second, sample.accountedBytes()));
        }
        addCounts(all, replay.result().counts());
        List<ResourceSample> resources = replay.resources().stream().filter(sample -> sample.elapsedNs() < lengthNs)
                .toList();
        addTimeMean(all, "mean_rss_bytes", resources, sample -> OptionalLong.of(sample.rssBytes()));
        addTimeMean(all, "mean_pss_bytes", resources, ResourceSample::pssBytes);
        add(all, "mean_active_instances", COUNT, samples.stream().filter(sample -> sample.elapsedNs() < lengthNs)
                .mapToDouble(ReplaySample::activeInstances));
        add(all, "mean_response_time_ms", MS, completed(replay).mapToDouble(row -> row.responseTimeNs().getAsLong()
                / NS_PER_MS));
        all.add(Measurement.scalar("pss_reading_ms", MS, replay.meanPssReadingMs()));
        return all;
    }

    /** Readings of PSS come at irregular times, the rarer the more processes there are: each counts for its time. */
    private static void addTimeMean(List<Measurement> all, String metric, List<ResourceSample> samples,
            Function<ResourceSample, OptionalLong> measure) {
        TimeMean mean = new TimeMean();
        samples.forEach(sample -> measure.apply(sample).ifPresent(bytes -> mean.add(sample.elapsedNs(),
                (double) bytes)));
        mean.value().ifPresent(value -> all.add(Measurement.scalar(metric, BYTES, value)));
    }

    private static Stream<InvocationRecord> completed(PolicyReplay replay) {
        return replay.result().records().stream().filter(row -> row.outcome() == Outcome.COMPLETED);
    }

    private static void addCounts(List<Measurement> all, Counts counts) {
        all.add(count("arrived", counts.arrived()));
        all.add(count("completed", counts.completed()));
        all.add(count("failed", counts.failed()));
        all.add(count("ignored", counts.ignored()));
        all.add(count("unfinished", counts.inFlight() + counts.queued()));
        all.add(count("cold_starts", counts.coldInvocations()));
        all.add(count("instances_started", counts.instancesStarted()));
        all.add(count("instances_failed", counts.instancesFailed()));
        all.add(count("instances_evicted", counts.evicted()));
    }

    private static Measurement count(String metric, long value) {
        return Measurement.scalar(metric, COUNT, (double) value);
    }

    /**
     * Returns what the simulator says of the same schedule and policy.
     *
     * @param simulated in virtual time
     */
    public static List<Measurement> of(SimulationResult simulated) {
        List<Measurement> all = new ArrayList<>();
        addMean(all, "simulated_mean_memory_bytes", BYTES, simulated, NodeSample::residentBytes);
        addMean(all, "simulated_mean_active_instances", COUNT, simulated, NodeSample::activeInstances);
        OptionalDouble meanUs = simulated.responseTimes().meanUs();
        meanUs.ifPresent(us -> all.add(Measurement.scalar("simulated_mean_response_time_ms", MS, us / US_PER_MS)));
        all.add(count("simulated_cold_starts", simulated.counts().coldInvocations()));
        all.add(count("simulated_ignored", simulated.counts().ignored()));
        return all;
    }

    private static void addMean(List<Measurement> all, String metric, String unit, SimulationResult simulated,
            ToDoubleFunction<NodeSample> measure) {
        add(all, metric, unit, simulated.samples().stream().mapToDouble(measure));
    }

    /** What was not measured is left out. */
    private static void add(List<Measurement> all, String metric, String unit, DoubleStream values) {
        values.average().ifPresent(mean -> all.add(Measurement.scalar(metric, unit, mean)));
    }
}
