package org.graalvisor.results;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;

/** A small run with every kind of value in it. */
final class SampleRun {
    static final String CELL = "graalvisor-native_isolates-64_run-1";
    static final Instant STARTED = Instant.parse("2026-01-02T03:04:05Z");
    static final Instant ENDED = Instant.parse("2026-01-02T03:05:06.789Z");

    private SampleRun() {}

    static Manifest manifest() {
        return manifest("fig3", "20260102T030405Z-1a2b", STARTED);
    }

    static Manifest manifest(String experiment, String runId, Instant startedAt) {
        RunPlan plan = new RunPlan("smoke", "fair", Map.of("isolates", List.of(1, 64), "warmUp", true, "factor",
                1234.5),
                Map.of("bootstrap", 42L), Optional.of("sha256:00ff"),
                List.of(new PlannedCell(CELL, Map.of("platform", "graalvisor-native", "isolates", "64", "run", "1")),
                        new PlannedCell("other", Map.of())),
                List.of(new UnavailableSystem("microvm", "no /dev/kvm")));
        RunEnvironment environment = new RunEnvironment(new SourceRevision("0123456789abcdef0123456789abcdef01234567",
                true),
                new HostDescription("İstanbul \"CPU\" @ 2.50GHz", 2, 25_769_803_776L, "Linux 6.1.0", OptionalDouble.of(
                        512.25),
                        OptionalDouble.empty()),
                Map.of("java", "25.0.1", "ffmpeg", "unavailable: not on PATH"));
        return new Manifest(experiment, runId, plan, environment, RunOutcome.started(startedAt));
    }

    static List<InvocationRecord> invocations() {
        return List.of(
                new InvocationRecord(0, "helloworld", 0, OptionalLong.of(1_500), OptionalLong.of(1_234_567_890), 200,
                        StartKind.COLD, OptionalLong.of(12), Phase.WARMUP, Outcome.COMPLETED),
                new InvocationRecord(1, "f,\"q\"", 1_000_000, OptionalLong.of(1_000_100), OptionalLong.of(1_000_200),
                        500,
                        StartKind.WARM, OptionalLong.empty(), Phase.MEASURE, Outcome.FAILED),
                new InvocationRecord(2, "helloworld", 2_000_000, OptionalLong.empty(), OptionalLong.empty(), 0,
                        StartKind.UNKNOWN, OptionalLong.empty(), Phase.MEASURE, Outcome.DROPPED),
                new InvocationRecord(3, "helloworld", 3_000_000, OptionalLong.of(3_000_001), OptionalLong.empty(), 0,
                        StartKind.UNKNOWN, OptionalLong.empty(), Phase.MEASURE, Outcome.UNFINISHED));
    }

    static List<ResourceSample> resources() {
        return List.of(
                new ResourceSample(0, 14_680_064, OptionalLong.of(12_582_912), OptionalLong.of(1_048_576), 1_000, 5, 1),
                new ResourceSample(100_000_000, 14_684_160, OptionalLong.empty(), OptionalLong.empty(), 2_000_000, 6,
                        2));
    }

    static List<Measurement> measurements() {
        return List.of(new Measurement("isolate_create_us", "us", 0, 1234567.875), new Measurement("isolate_create_us",
                "us", 1, 149.25),
                Measurement.scalar("throughput_ops_per_s", "ops/s", 1.0e-5));
    }

    static List<Event> events() {
        return List.of(new Event(0, "platform-started", Map.of("pid", "123", "command", "gv \"x\"\n--port 0")),
                new Event(5_000_000, "platform-ready", Map.of()));
    }

    static Histogram latency(long... valuesNs) {
        Histogram histogram = new Histogram(3);
        for (long value : valuesNs) {
            histogram.recordValue(value);
        }
        return histogram;
    }

    static void writeAll(CellWriter cell) {
        invocations().forEach(cell::append);
        resources().forEach(cell::append);
        measurements().forEach(cell::append);
        events().forEach(cell::append);
        cell.appendLatency(Phase.WARMUP, 0, 1_500_000_000L, latency(1_234_567_890));
        cell.appendLatency(Phase.MEASURE, 1_500_000_000L, 2_500_000_000L, latency(100, 2_000, 30_000));
        cell.appendLatency(Phase.MEASURE, 2_500_000_000L, 3_500_000_000L, latency(400_000));
    }
}
