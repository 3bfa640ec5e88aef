package org.graalvisor.analysis.figures;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.graalvisor.analysis.data.Experiment;
import org.graalvisor.analysis.data.Point;
import org.graalvisor.analysis.data.Statistic;

/**
 * Points of a cold-start experiment.
 *
 * @param experiment where they come from
 */
record ColdStarts(Experiment experiment) {
    private static final Map<String, String> NAMES = Map.of("isolate", "isolate", "context", "further context in an "
            + "isolate", "python3", "CPython", "node", "Node.js", "jvm-hello", "JVM");
    private static final List<String> RUN_FUNCTIONS_OF_OTHERS = List.of("graalvisor-", "openwhisk-", "photons");

    List<Point> points(String metric) {
        return experiment.points(metric, Statistic.MEDIAN, Map.of());
    }

    /** A process before its first function is the same for all functions: the first of its workloads, Java's if there. */
    List<Point> oncePerPlatform(String metric) {
        List<Point> points = points(metric);
        return points.stream().filter(point -> points.stream().filter(other -> other.dimension("platform").equals(point
                .dimension("platform"))).min(Comparator.comparing(Language::of)).orElseThrow().equals(point)).toList();
    }

    /** In a plain server of one function, the first reply of the function adds nothing to that of the process. */
    List<Point> firstFunctions(String metric) {
        return points(metric).stream().filter(point -> RUN_FUNCTIONS_OF_OTHERS.stream().anyMatch(point.dimension(
                "platform")::startsWith)).toList();
    }

    /** What the platform is called in a figure. */
    static String name(Point point) {
        return NAMES.getOrDefault(point.dimension("platform"), point.dimension("platform"));
    }
}
