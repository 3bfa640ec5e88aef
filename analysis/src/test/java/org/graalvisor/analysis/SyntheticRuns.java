package org.graalvisor.analysis;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.graalvisor.analysis.data.Results;
import org.graalvisor.results.CellWriter;
import org.graalvisor.results.HostDescription;
import org.graalvisor.results.InvocationRecord;
import org.graalvisor.results.Manifest;
import org.graalvisor.results.Measurement;
import org.graalvisor.results.Phase;
import org.graalvisor.results.PlannedCell;
import org.graalvisor.results.ResourceSample;
import org.graalvisor.results.RunEnvironment;
import org.graalvisor.results.RunOutcome;
import org.graalvisor.results.RunPlan;
import org.graalvisor.results.RunState;
import org.graalvisor.results.RunStore;
import org.graalvisor.results.RunWriter;
import org.graalvisor.results.SourceRevision;
import org.graalvisor.results.UnavailableSystem;
import org.graalvisor.results.Verdict;

/** Made-up runs of every experiment, the same each time. Their numbers are shaped like measurements but mean nothing. */
final class SyntheticRuns {
    static final Instant STARTED = Instant.parse("2026-01-02T03:04:05Z");
    private static final int RUNS = 5;

    private final Path root;
    private final RandomGenerator random = new SplittableRandom(7);

    SyntheticRuns(Path root) {
        this.root = root;
    }

    /** A cell with its numbers. */
    record Cell(PlannedCell plan, Verdict verdict, List<Measurement> measurements, long[] latenciesNs,
            List<InvocationRecord> invocations, List<ResourceSample> resources) {

        Cell(PlannedCell plan, Verdict verdict, List<Measurement> measurements, long[] latenciesNs) {
            this(plan, verdict, measurements, latenciesNs, List.of(), List.of());
        }

        Cell(Map<String, String> dimensions, List<Measurement> measurements) {
            this(dimensions, Verdict.valid(), measurements, new long[0]);
        }

        Cell(Map<String, String> dimensions, Verdict verdict, List<Measurement> measurements, long[] latenciesNs) {
            this(new PlannedCell(id(dimensions), dimensions), verdict, measurements, latenciesNs);
        }

        private static String id(Map<String, String> dimensions) {
            return String.join("_", dimensions.entrySet().stream().map(e -> e.getKey() + "-" + e.getValue()).sorted()
                    .toList());
        }
    }

    void writeAll() {
        write("fig3", fig3());
        write("fig4", fig4());
        SyntheticCompetition competition = new SyntheticCompetition(RUNS);
        write("fig1", competition.fig1());
        write("fig5", competition.fig5());
        write("fig6", competition.fig6(8, 8));
        write("fig6", Results.PAPER_RULES, "20260102T040405Z-0002", STARTED.plusSeconds(3_600), competition.fig6(8, 1),
                Verdict.valid());
        write("fig7", joined(fig7(), competition.fig7()));
        write("fig8", joined(fig8(), competition.fig8()));
        write("fig9", new SyntheticTrace(120).cells());
        write("peak", peak());
        write("jmh", jmh());
    }

    List<Cell> fig3() {
        List<Cell> cells = new ArrayList<>();
        for (int isolates = 1; isolates <= 1024; isolates *= 2) {
            for (int run = 1; run <= RUNS; run++) {
                List<Measurement> numbers = new ArrayList<>();
                for (int i = 0; i < isolates; i++) {
                    numbers.add(new Measurement("isolate_create_us", "us", i, (i == 0 ? 210 : 140) * noise(0.1)));
                    numbers.add(new Measurement("isolate_first_call_us", "us", i, (i == 0 ? 95 : 42) * noise(0.2)));
                }
                growth(numbers, "rss_bytes", 11e6, isolates * 1.9e6 + 2e6);
                growth(numbers, "pss_bytes", 9e6, isolates * 160e3 + 1e6);
                growth(numbers, "private_dirty_bytes", 2e6, isolates * 118e3 + 0.4e6);
                numbers.add(Measurement.scalar("page_faults_per_isolate", "count", 52 + 40.0 / isolates));
                numbers.add(Measurement.scalar("system_calls_per_isolate", "count", 24 + 8.0 / isolates));
                Verdict verdict = isolates == 512 ? Verdict.degraded("driver CPU saturated") : Verdict.valid();
                cells.add(new Cell(Map.of("platform", "graalvisor-native", "workload", "helloworld", "isolates",
                        Integer.toString(isolates), "run", Integer.toString(run)), isolates == 256 && run == 2
                                ? Verdict.invalid("swap counter moved")
                                : verdict,
                        numbers, new long[0]));
            }
        }
        for (int isolates : new int[]{1, 16}) {
            cells.add(script("helloworld-js", isolates, 0.4, 0.6e6));
            cells.add(script("helloworld-python", isolates, 14, 11e6));
        }
        cells.add(new Cell(Map.of("platform", "graalvisor-native", "workload", "helloworld-python", "isolates", "64",
                "run", "1"), List.of(Measurement.scalar("isolates_that_fit", "count", 51))));
        return cells;
    }

    private Cell script(String workload, int isolates, double loadMs, double bytes) {
        List<Measurement> numbers = new ArrayList<>();
        for (int i = 0; i < isolates; i++) {
            numbers.add(new Measurement("isolate_create_us", "us", i, 300 * noise(0.1)));
            numbers.add(new Measurement("program_load_us", "us", i, loadMs * 1e3 * noise(0.1)));
            numbers.add(new Measurement("isolate_first_call_us", "us", i, 200 * noise(0.1)));
            numbers.add(new Measurement("isolate_cold_start_ms", "ms", i, (0.5 + loadMs) * noise(0.1)));
        }
        growth(numbers, "rss_bytes", 30e6, isolates * bytes * 4);
        growth(numbers, "pss_bytes", 20e6, isolates * bytes * 1.2);
        growth(numbers, "private_dirty_bytes", 2e6, isolates * bytes);
        return new Cell(Map.of("platform", "graalvisor-native", "workload", workload, "isolates", Integer.toString(
                isolates), "run", "1"), numbers);
    }

    List<Cell> fig4() {
        List<Cell> cells = new ArrayList<>();
        for (String workload : List.of("cpu-js", "thumbnail-python")) {
            for (int run = 1; run <= RUNS; run++) {
                cells.add(sharing(workload, "on", run, 3, 40, 30e6));
                cells.add(sharing(workload, "off", run, 70, 500, 90e6));
            }
        }
        return cells;
    }

    private Cell sharing(String workload, String sharing, int run, double furtherMs, double firstRequestMs,
            double bytes) {
        List<Measurement> numbers = new ArrayList<>();
        for (int context = 0; context < 4; context++) {
            numbers.add(new Measurement("context_allocation_ms", "ms", context, (context == 0 ? 80 : furtherMs) * noise(
                    0.1)));
            for (int request = 0; request < 3; request++) {
                numbers.add(new Measurement("request_ms", "ms", 3L * context + request, (request == 0
                        ? context == 0 ? 520 : firstRequestMs
                        : 25) * noise(0.2)));
            }
            for (String metric : List.of("rss_bytes", "pss_bytes", "private_dirty_bytes")) {
                numbers.add(new Measurement(metric, "bytes", context, Math.rint((200e6 + context * bytes) * noise(
                        0.02))));
            }
        }
        return new Cell(Map.of("platform", "isolate", "workload", workload, "sharing", sharing, "run", Integer.toString(
                run)), numbers);
    }

    List<Cell> peak() {
        List<Cell> cells = new ArrayList<>();
        for (int run = 1; run <= RUNS; run++) {
            cells.add(peak("graalvisor-native", "cpu-js", run, 900, 21));
            cells.add(peak("graalvisor-hosted", "cpu-js", run, 1_400, 19));
            cells.add(peak("node", "cpu-js", run, 60, 24));
            cells.add(peak("python3", "cpu-python", run, 1_500, 1_490));
        }
        return cells;
    }

    private Cell peak(String platform, String workload, int run, double firstMs, double finalMs) {
        List<Measurement> numbers = new ArrayList<>();
        double cpuS = 0;
        for (int i = 0; i < 40; i++) {
            double ms = (finalMs + (firstMs - finalMs) / (1 << Math.min(i, 30))) * noise(0.02);
            cpuS += 1.5 * ms / 1e3;
            numbers.add(new Measurement("invocation_ms", "ms", i, ms));
            numbers.add(new Measurement("cpu_s", "s", i, cpuS));
        }
        return new Cell(Map.of("platform", platform, "workload", workload, "run", Integer.toString(run)), numbers);
    }

    List<Cell> fig7() {
        List<Cell> cells = new ArrayList<>();
        Map<String, Double> serviceUs = Map.of("graalvisor-native", 55.0, "graalvisor-hosted", 48.0, "jvm-hello", 62.0,
                "nginx",
                31.0);
        for (String platform : serviceUs.keySet().stream().sorted().toList()) {
            for (String workload : platform.equals("nginx")
                    ? List.of("helloworld")
                    : List.of("filehashing", "helloworld")) {
                for (int concurrency : new int[]{1, 8}) {
                    for (int run = 1; run <= RUNS; run++) {
                        double us = serviceUs.get(platform) * (workload.equals("helloworld") ? 1 : 190) * concurrency
                                / (concurrency > 1 ? 3 : 1);
                        long[] latencies = random.longs(workload.equals("helloworld") ? 3_000 : 400, 1, 1_000)
                                .map(thousandth -> Math.round(us * 1e3 * (0.9 + 0.0002 * thousandth + (thousandth > 985
                                        ? 3
                                        : 0)))).toArray();
                        cells.add(new Cell(Map.of("platform", platform, "workload", workload, "concurrency",
                                Integer.toString(concurrency), "run", Integer.toString(run)),
                                platform.equals("jvm-hello")
                                        ? Verdict.degraded("send lag over budget")
                                        : Verdict.valid(),
                                List.of(Measurement.scalar("throughput_ops_per_s", "ops/s", concurrency * 1e6 / us
                                        * noise(0.05))),
                                latencies));
                    }
                }
            }
        }
        return cells;
    }

    List<Cell> fig8() {
        List<Cell> cells = new ArrayList<>();
        for (int run = 1; run <= RUNS; run++) {
            cells.add(start("graalvisor-native", run, 8.1, 13.2e6));
            cells.add(start("graalvisor-hosted", run, 310, 62e6));
            cells.add(start("jvm-hello", run, 145, 44e6));
            cells.add(start("node", "helloworld-js", run, 43, 45e6));
            cells.add(start("python3", "helloworld-python", run, 15, 10e6));
            cells.add(start("graalvisor-native", "helloworld-js", run, 8.2, 13.3e6));
            cells.add(isolate("helloworld", run, 0.21));
            cells.add(isolate("helloworld-js", run, 1.1));
            cells.add(isolate("helloworld-python", run, 23));
        }
        return cells;
    }

    List<Cell> jmh() {
        return List.of(jmhCell("IsolateBenchmark.create", 141.25, 3.5), jmhCell("IsolateBenchmark.warmInvoke", 1.875,
                0.0625));
    }

    void write(String experiment, List<Cell> cells) {
        write(experiment, "20260102T030405Z-0001", STARTED, cells, Verdict.valid());
    }

    void write(String experiment, String runId, Instant startedAt, List<Cell> cells, Verdict verdict) {
        write(experiment, "equal", runId, startedAt, cells, verdict);
    }

    void write(String experiment, String method, String runId, Instant startedAt, List<Cell> cells, Verdict verdict) {
        RunPlan plan = new RunPlan("smoke", method, Map.of("runs", RUNS), Map.of("root", 7L), Optional.empty(),
                cells.stream().map(Cell::plan).toList(), List.of(new UnavailableSystem("microvm", "no /dev/kvm")));
        RunEnvironment environment = new RunEnvironment(new SourceRevision("0123456789abcdef0123456789abcdef01234567",
                false),
                new HostDescription("Synthetic CPU <1> & \"co\"", 2, 24_000_000_000L, "Linux 6.1.0", OptionalDouble.of(
                        512),
                        OptionalDouble.of(1_900)),
                Map.of("java", "25.0.1", "nginx", "unavailable: not on PATH"));
        Manifest manifest = new Manifest(experiment, runId, plan, environment, RunOutcome.started(startedAt));
        try (RunWriter run = new RunStore(root).create(manifest)) {
            for (Cell cell : cells) {
                try (CellWriter writer = run.openCell(cell.plan().id())) {
                    cell.measurements().forEach(writer::append);
                    Histogram latency = new Histogram(3);
                    for (long value : cell.latenciesNs()) {
                        latency.recordValue(value);
                    }
                    cell.invocations().forEach(writer::append);
                    cell.resources().forEach(writer::append);
                    writer.appendLatency(Phase.MEASURE, 0, 1_000_000_000L, latency);
                    writer.close(cell.verdict());
                }
            }
            run.finish(verdict, RunState.FINISHED, startedAt.plusSeconds(60));
        }
    }

    private static List<Cell> joined(List<Cell> some, List<Cell> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private Cell isolate(String workload, int run, double ms) {
        return new Cell(Map.of("platform", "isolate", "workload", workload, "run", Integer.toString(run)), List.of(
                Measurement.scalar("isolate_cold_start_ms", "ms", ms * noise(0.1))));
    }

    private Cell start(String platform, int run, double ms, double bytes) {
        return start(platform, "helloworld", run, ms, bytes);
    }

    private Cell start(String platform, String workload, int run, double ms, double bytes) {
        return new Cell(Map.of("platform", platform, "workload", workload, "run", Integer.toString(run)),
                List.of(Measurement.scalar("boot_to_first_reply_ms", "ms", ms * noise(0.1)),
                        Measurement.scalar("boot_to_first_function_ms", "ms", 2 * ms * noise(0.1)),
                        Measurement.scalar("first_function_rss_bytes", "bytes", Math.rint(1.5 * bytes * noise(0.02))),
                        Measurement.scalar("first_function_pss_bytes", "bytes", Math.rint(1.2 * bytes * noise(0.02))),
                        Measurement.scalar("idle_rss_bytes", "bytes", Math.rint(bytes * noise(0.02))),
                        Measurement.scalar("idle_pss_bytes", "bytes", Math.rint(bytes * 0.8 * noise(0.02)))));
    }

    private static Cell jmhCell(String benchmark, double score, double error) {
        return new Cell(Map.of("benchmark", benchmark, "workload", "helloworld"), List.of(Measurement.scalar("score",
                "us/op", score),
                Measurement.scalar("score_error", "us/op", error)));
    }

    private void growth(List<Measurement> numbers, String metric, double before, double growth) {
        numbers.add(new Measurement(metric, "bytes", 0, Math.rint(before)));
        numbers.add(new Measurement(metric, "bytes", 1, Math.rint(before + growth * noise(0.03))));
    }

    private double noise(double share) {
        return 1 + share * (random.nextDouble() - 0.5);
    }
}
