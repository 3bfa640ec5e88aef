package org.graalvisor.harness.experiment;

import java.util.List;
import java.util.Map;

/** The points of a grid that are about the trace tools: they need no platform, no function and no native image. */
final class TracePoints {
    /** Stands where other points have a platform. */
    static final String PLATFORM = "trace";
    /** Stands where other points have a function. */
    static final String WORKLOAD = "full-day";
    /** The benchmarks. */
    static final List<String> NAMES = List.of("generateArrivals", "decideOpenWhisk", "decidePhotons",
            "decideGraalvisor", "simulateOpenWhisk", "simulatePhotons", "simulateGraalvisor", "readFunctions");

    private TracePoints() {}

    static List<Map<String, String>> of(Settings settings) {
        return settings instanceof Settings.Microbenchmarks jmh
                ? jmh.traceBenchmarks().stream().map(name -> FunctionPoints.joined(PLATFORM, WORKLOAD, Map.of(
                        Dimension.BENCHMARK, name))).toList()
                : List.of();
    }
}
