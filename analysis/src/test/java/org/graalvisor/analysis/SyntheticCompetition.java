package org.graalvisor.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.graalvisor.analysis.SyntheticRuns.Cell;
import org.graalvisor.results.Measurement;
import org.graalvisor.results.Verdict;

/** Made-up cells of Graalvisor beside OpenWhisk, the same each time. */
final class SyntheticCompetition {
    /** Workload, OpenWhisk's runtime of its language, milliseconds on Graalvisor and on OpenWhisk. */
    private static final List<Function> FUNCTIONS = List.of(new Function("helloworld", "openwhisk-java", 0.05, 0.4),
            new Function("filehashing", "openwhisk-java", 0.9, 1.1), new Function("restapi", "openwhisk-java", 0.2,
                    0.7),
            new Function("video", "openwhisk-java", 900, 880), new Function("classify", "openwhisk-java", 420, 300),
            new Function("helloworld-js", "openwhisk-nodejs", 0.08, 0.3), new Function("dynamic-html-js",
                    "openwhisk-nodejs", 0.9, 0.5), new Function("uploader-js", "openwhisk-nodejs", 2.3, 2.2),
            new Function("helloworld-python", "openwhisk-python", 0.2, 0.5), new Function("compress-python",
                    "openwhisk-python", 190, 140), new Function("thumbnail-python", "openwhisk-python", 60, 25));

    private final RandomGenerator random = new SplittableRandom(8);
    private final int runs;

    SyntheticCompetition(int runs) {
        this.runs = runs;
    }

    private record Function(String workload, String openWhisk, double graalvisorMs, double openWhiskMs) {}

    List<Cell> fig1() {
        List<Cell> cells = new ArrayList<>();
        for (int run = 1; run <= runs; run++) {
            cells.add(start("graalvisor-native", "helloworld", run, 4.7, 14.3e6));
            cells.add(start("jvm-hello", "helloworld", run, 140, 42e6));
            cells.add(start("node", "helloworld-js", run, 52, 44e6));
            cells.add(start("python3", "helloworld-python", run, 11.4, 10e6));
            cells.add(sandbox("isolate", "helloworld", run, 0.21, 0.13e6));
            cells.add(sandbox("isolate", "helloworld-js", run, 1.9, 1.5e6));
            cells.add(sandbox("isolate", "helloworld-python", run, 13, 8e6));
            cells.add(sandbox("context", "helloworld-js", run, 0.3, 0.28e6));
            cells.add(sandbox("context", "helloworld-python", run, 3.5, 1.7e6));
        }
        return cells;
    }

    List<Cell> fig5() {
        List<Cell> cells = new ArrayList<>();
        for (int run = 1; run <= runs; run++) {
            cells.add(firstRequests("graalvisor-native", run, 2, 0.9, 40e6));
            cells.add(firstRequests("graalvisor-java", run, 1.9, 0.9, 18e6));
            cells.add(firstRequests("graalvisor-hosted", run, 60, 4, 150e6));
            cells.add(firstRequests("openwhisk-java", run, 95, 5, 70e6));
        }
        return cells;
    }

    /** OpenWhisk has no valid data of classify; the Python thumbnail was measured on Graalvisor alone. */
    List<Cell> fig6(int graalvisorConcurrency, int openWhiskConcurrency) {
        List<Cell> cells = new ArrayList<>();
        for (Function function : FUNCTIONS) {
            for (int run = 1; run <= runs; run++) {
                cells.add(load("graalvisor-native", function.workload(), graalvisorConcurrency, run, function
                        .graalvisorMs(), 30e6, Verdict.valid()));
                if (!function.workload().equals("thumbnail-python")) {
                    cells.add(load(function.openWhisk(), function.workload(), openWhiskConcurrency, run, function
                            .openWhiskMs(), 45e6 * openWhiskConcurrency, function.workload().equals("classify")
                                    ? Verdict.invalid("output validation failed")
                                    : function.workload().equals("video")
                                            ? Verdict.degraded("2 invocations failed")
                                            : Verdict.valid()));
                }
            }
        }
        return cells;
    }

    List<Cell> fig7() {
        List<Cell> cells = new ArrayList<>();
        for (Function function : FUNCTIONS) {
            for (int run = 1; run <= runs; run++) {
                if (!function.workload().matches("helloworld|filehashing")) {
                    cells.add(load("graalvisor-native", function.workload(), 1, run, function.graalvisorMs(), 30e6,
                            Verdict.valid()));
                }
                cells.add(load(function.openWhisk(), function.workload(), 1, run, function.openWhiskMs(), 45e6, Verdict
                        .valid()));
            }
        }
        return cells;
    }

    List<Cell> fig8() {
        List<Cell> cells = new ArrayList<>();
        for (int run = 1; run <= runs; run++) {
            cells.add(start("openwhisk-java", "helloworld", run, 230, 48e6));
            cells.add(start("openwhisk-nodejs", "helloworld-js", run, 61, 47e6));
            cells.add(start("openwhisk-python", "helloworld-python", run, 41, 14e6));
            cells.add(sandbox("context", "helloworld-js", run, 0.3, 0.28e6));
            cells.add(sandbox("context", "helloworld-python", run, 3.5, 1.7e6));
        }
        return cells;
    }

    private Cell start(String platform, String workload, int run, double ms, double bytes) {
        List<Measurement> numbers = new ArrayList<>();
        numbers.add(scalar("boot_to_first_reply_ms", "ms", ms * noise()));
        numbers.add(scalar("boot_to_first_function_ms", "ms", 1.6 * ms * noise()));
        for (String kind : List.of("rss", "pss")) {
            numbers.add(scalar("idle_" + kind + "_bytes", "bytes", Math.rint(bytes * noise())));
            numbers.add(scalar("first_function_" + kind + "_bytes", "bytes", Math.rint(1.3 * bytes * noise())));
        }
        return cell(Map.of("platform", platform, "workload", workload), run, Verdict.valid(), numbers, new long[0]);
    }

    private Cell sandbox(String kind, String workload, int run, double ms, double bytes) {
        List<Measurement> numbers = new ArrayList<>();
        numbers.add(scalar("isolate_cold_start_ms", "ms", ms * noise()));
        for (String memory : List.of("rss_bytes", "pss_bytes", "private_dirty_bytes")) {
            numbers.add(new Measurement(memory, "bytes", 0, 20e6));
            numbers.add(new Measurement(memory, "bytes", 1, Math.rint(20e6 + bytes * noise() * (memory.startsWith("rss")
                    ? 3
                    : 1))));
        }
        return cell(Map.of("platform", kind, "workload", workload), run, Verdict.valid(), numbers, new long[0]);
    }

    private Cell firstRequests(String platform, int run, double firstMs, double laterMs, double bytes) {
        List<Measurement> numbers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            numbers.add(new Measurement("request_us", "us", i, 1e3 * (laterMs + (firstMs - laterMs) / (1 << (2 * i)))
                    * noise()));
        }
        numbers.add(scalar("boot_to_first_reply_ms", "ms", 5 * firstMs * noise()));
        numbers.add(scalar("footprint_rss_bytes", "bytes", Math.rint(bytes * noise())));
        numbers.add(scalar("footprint_pss_bytes", "bytes", Math.rint(0.9 * bytes * noise())));
        return cell(Map.of("platform", platform, "workload", "filehashing"), run, Verdict.valid(), numbers,
                new long[0]);
    }

    private Cell load(String platform, String workload, int concurrency, int run, double ms, double bytes,
            Verdict verdict) {
        double throughput = Math.min(concurrency, 2) * 1e3 / ms * noise();
        long[] latencies = random.longs(ms > 50 ? 200 : 1_500, 900, 1_300).map(share -> Math.round(share * 1e3 * ms
                * concurrency / Math.min(concurrency, 2))).toArray();
        return cell(Map.of("platform", platform, "workload", workload, "concurrency", Integer.toString(concurrency)),
                run, verdict, List.of(scalar("throughput_ops_per_s", "ops/s", throughput), scalar("mean_rss_bytes",
                        "bytes", Math.rint(1.2 * bytes)), scalar("mean_pss_bytes", "bytes", bytes), scalar(
                                "ops_per_s_per_gb_rss", "ops/s/GB", throughput / (1.2 * bytes / 1e9)), scalar(
                                        "ops_per_s_per_gb_pss", "ops/s/GB", throughput / (bytes / 1e9))), latencies);
    }

    private static Cell cell(Map<String, String> point, int run, Verdict verdict, List<Measurement> numbers,
            long[] latenciesNs) {
        Map<String, String> dimensions = new TreeMap<>(point);
        dimensions.put("run", Integer.toString(run));
        return new Cell(dimensions, verdict, numbers, latenciesNs);
    }

    private static Measurement scalar(String metric, String unit, double value) {
        return Measurement.scalar(metric, unit, value);
    }

    private double noise() {
        return 0.95 + 0.1 * random.nextDouble();
    }
}
