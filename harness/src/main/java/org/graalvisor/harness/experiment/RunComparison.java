package org.graalvisor.harness.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.graalvisor.results.CellReader;
import org.graalvisor.results.Measurement;
import org.graalvisor.results.RunReader;
import org.graalvisor.results.Verdict;

/** Sets two runs side by side. Invalid cells are left out; the unit is the independent run. */
public final class RunComparison {

    /**
     * One number of one point that both runs have.
     *
     * @param point the point's coordinates without the run
     * @param metric the number's name, which ends with its unit
     * @param left median over the runs of the first
     * @param leftRuns number of these
     * @param right median over the runs of the second
     * @param rightRuns number of these
     */
    public record Row(String point, String metric, double left, int leftRuns, double right, int rightRuns) {

        /** Returns second divided by first. */
        public double ratio() {
            return right / left;
        }
    }

    private RunComparison() {}

    /**
     * Compares.
     *
     * @param left first run
     * @param right second run
     */
    public static List<Row> of(RunReader left, RunReader right) {
        Map<List<String>, List<Double>> leftValues = values(left);
        Map<List<String>, List<Double>> rightValues = values(right);
        List<Row> rows = new ArrayList<>();
        leftValues.forEach((key, values) -> {
            List<Double> others = rightValues.getOrDefault(key, List.of());
            if (!others.isEmpty()) {
                rows.add(new Row(key.getFirst(), key.getLast(), median(values), values.size(), median(others),
                        others.size()));
            }
        });
        return rows;
    }

    private static Map<List<String>, List<Double>> values(RunReader run) {
        Map<List<String>, List<Double>> values = new TreeMap<>((one, other) -> Arrays
                .compare(one.toArray(String[]::new), other.toArray(String[]::new)));
        for (CellReader cell : run.cells()) {
            if (cell.verdict().level() == Verdict.Level.INVALID) {
                continue;
            }
            Map<String, String> point = new TreeMap<>(cell.dimensions());
            point.remove(Dimension.RUN);
            seriesMedians(cell).forEach((metric, value) -> values
                    .computeIfAbsent(List.of(point.toString(), metric), key -> new ArrayList<>()).add(value));
        }
        return values;
    }

    private static Map<String, Double> seriesMedians(CellReader cell) {
        Map<String, List<Double>> series = new TreeMap<>();
        try (Stream<Measurement> measurements = cell.measurements()) {
            measurements.forEach(measurement -> series
                    .computeIfAbsent(measurement.metric(), metric -> new ArrayList<>()).add(measurement.value()));
        }
        Map<String, Double> medians = new TreeMap<>();
        series.forEach((metric, values) -> medians.put(metric, median(values)));
        return medians;
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
