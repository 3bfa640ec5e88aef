package org.graalvisor.analysis.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.graalvisor.results.Manifest;
import org.graalvisor.results.RunStore;
import org.graalvisor.results.Verdict;

/**
 * The run of an experiment that the analysis uses.
 *
 * @param manifest the run's manifest
 * @param origin whether it is this machine's own run or the reference run
 * @param cells complete cells that are not invalid, in the order of the plan
 * @param excluded the other planned cells
 * @param diskBytes what the run takes on disk, all attempts included
 */
public record Experiment(Manifest manifest, RunStore.Origin origin, List<CellData> cells, List<ExcludedCell> excluded,
        long diskBytes) {

    public Experiment {
        cells = List.copyOf(cells);
        excluded = List.copyOf(excluded);
    }

    /** Workloads of the cells, in alphabetical order. */
    public List<String> workloads() {
        return cells.stream().map(cell -> cell.dimensions().getOrDefault("workload", "")).distinct().sorted().toList();
    }

    /**
     * Groups the cells that have all the wanted dimensions into points over their runs.
     *
     * @param metric name of the metric
     * @param statistic how a cell becomes a number; a cell for which there is none is left out
     * @param wanted values of dimensions a cell must have; empty for all cells
     * @return points in the order of their dimensions
     */
    public List<Point> points(String metric, Statistic statistic, Map<String, String> wanted) {
        return points(cell -> statistic.of(cell, metric), wanted);
    }

    /**
     * The same for numbers that no statistic names, as one value of a series.
     *
     * @param number how a cell becomes a number; a cell for which there is none is left out
     * @param wanted values of dimensions a cell must have; empty for all cells
     * @return points in the order of their dimensions
     */
    public List<Point> points(Function<CellData, OptionalDouble> number, Map<String, String> wanted) {
        SortedMap<Map<String, String>, Point> points = new TreeMap<>(Dimensions.ORDER);
        for (CellData cell : cells) {
            OptionalDouble value = number.apply(cell);
            if (value.isEmpty() || !cell.dimensions().entrySet().containsAll(wanted.entrySet())) {
                continue;
            }
            Point point = new Point(Dimensions.withoutRun(cell.dimensions()), List.of(value.getAsDouble()), cell
                    .verdict());
            points.merge(point.dimensions(), point, Experiment::join);
        }
        return List.copyOf(points.values());
    }

    /** Whether the run followed the paper's own rules, which treat the systems unequally. */
    public boolean underPaperRules() {
        return manifest.plan().method().equals(Results.PAPER_RULES);
    }

    /** How far the run as a whole may be trusted. */
    public Verdict verdict() {
        return manifest.outcome().verdict();
    }

    private static Point join(Point left, Point right) {
        List<Double> runs = new ArrayList<>(left.runs());
        runs.addAll(right.runs());
        return new Point(left.dimensions(), runs, left.verdict().and(right.verdict()));
    }
}
