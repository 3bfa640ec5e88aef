package org.graalvisor.analysis.data;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.graalvisor.results.Verdict;

/**
 * One number per independent run at one point of the grid.
 *
 * @param dimensions the point, without the run
 * @param runs one value per run
 * @param verdict the worst of the runs, with all reasons
 */
public record Point(Map<String, String> dimensions, List<Double> runs, Verdict verdict) {

    public Point {
        runs = List.copyOf(runs);
    }

    /** The runs as numbers. */
    public double[] values() {
        return runs.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The same point with another dimension. */
    public Point with(String name, String value) {
        Map<String, String> more = new TreeMap<>(dimensions);
        more.put(name, value);
        return new Point(more, runs, verdict);
    }

    /** The dimension's value, or an empty text. */
    public String dimension(String name) {
        return dimensions.getOrDefault(name, "");
    }

    /** Whether any of the runs was degraded. */
    public boolean degraded() {
        return verdict.level() != Verdict.Level.VALID;
    }
}
