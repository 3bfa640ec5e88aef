package org.graalvisor.harness.experiment;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.graalvisor.harness.platform.WorkloadFiles;
import org.graalvisor.program.ScriptLanguage;

/** The points of a grid that one function has on one platform; some are different for scripts. */
final class FunctionPoints {
    private static final List<String> SHARING = List.of("on", "off");

    private FunctionPoints() {}

    /** Returns the coordinates beside platform, workload and run, one map a point. Isolate counts and callers ascend. */
    static List<Map<String, String>> of(Settings settings, String workload) {
        Optional<ScriptLanguage> language = WorkloadFiles.scriptLanguage(workload);
        return switch (settings) {
            case Settings.ClosedLoopLoad load -> along(Dimension.CONCURRENCY, ascending(Stream.concat(load.load()
                    .concurrency().stream(), load.openwhisk().stream().flatMap(shape -> shape.concurrency().stream()))
                    .distinct().toList()));
            case Settings.IsolateScaling scaling -> along(Dimension.ISOLATES, ascending(language.equals(Optional.of(
                    ScriptLanguage.PYTHON)) ? scaling.pythonCounts() : scaling.counts()));
            case Settings.Microbenchmarks jmh -> along(Dimension.BENCHMARK, language.isPresent()
                    ? jmh.scriptBenchmarks()
                    : jmh.benchmarks());
            case Settings.ContextScaling scaling -> language.isPresent()
                    ? along(Dimension.SHARING, SHARING)
                    : List.of();
            case Settings.ColdStart start -> List.of(Map.of());
            case Settings.PeakSpeed peak -> List.of(Map.of());
            case Settings.FirstRequests first -> List.of(Map.of());
            case Settings.TraceReplay replay -> List.of(Map.of());
        };
    }

    /**
     * Tells whether a platform has a point of the grid: some have fewer callers than others.
     *
     * @param platform name of the platform
     * @param rest coordinates beside platform, workload and run
     */
    static boolean has(Settings settings, String platform, Map<String, String> rest) {
        return !(settings instanceof Settings.ClosedLoopLoad load) || load.shape(platform).concurrency().contains(
                Integer.valueOf(rest.get(Dimension.CONCURRENCY)));
    }

    static Map<String, String> joined(String platform, String workload, Map<String, String> rest) {
        Map<String, String> point = new LinkedHashMap<>();
        point.put(Dimension.PLATFORM, platform);
        point.put(Dimension.WORKLOAD, workload);
        point.putAll(rest);
        return point;
    }

    private static List<Map<String, String>> along(String dimension, List<String> values) {
        return values.stream().map(value -> Map.of(dimension, value)).toList();
    }

    private static List<String> ascending(List<Integer> numbers) {
        return numbers.stream().sorted(Comparator.naturalOrder()).map(number -> Integer.toString(number)).toList();
    }
}
