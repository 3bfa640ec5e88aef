package org.graalvisor.analysis.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.graalvisor.analysis.data.Experiment;
import org.graalvisor.analysis.data.Point;
import org.graalvisor.analysis.data.Statistic;
import org.graalvisor.analysis.statistics.Bootstrap;

/** Fig 7: warm latency and throughput per workload, with the ceiling server as reference. */
final class Fig7 {
    static final String EXPERIMENT = "fig7";
    /** The server that only sends a constant body: more than this cannot be expected of any platform. */
    static final String CEILING = "nginx";
    private static final double MICROSECONDS_PER_NANOSECOND = 1e-3;

    private final Experiment experiment;
    private final Bootstrap bootstrap;

    Fig7(Experiment experiment, Bootstrap bootstrap) {
        this.experiment = experiment;
        this.bootstrap = bootstrap;
    }

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>(new Fig7Comparison(experiment, bootstrap).figures());
        for (String workload : experiment.workloads()) {
            figures.add(latency(workload));
            figures.add(throughput(workload));
        }
        return figures;
    }

    private Figure latency(String workload) {
        List<Reading> middle = readings(workload, "latency", "p50", Statistic.LATENCY_P50, "us",
                MICROSECONDS_PER_NANOSECOND);
        List<Reading> upper = readings(workload, "latency", "p99", Statistic.LATENCY_P99, "us",
                MICROSECONDS_PER_NANOSECOND);
        List<Reading> all = new ArrayList<>(middle);
        all.addAll(upper);
        List<BarRow> rows = middle.stream().map(reading -> row(reading, upper.stream()
                .filter(other -> other.point().dimensions().equals(reading.point().dimensions()))
                .mapToDouble(other -> other.estimate().value()).findFirst())).toList();
        return figure("fig7-latency-" + workload, "Fig 7: warm latency of " + workload, "microseconds",
                "us",
                "Bar: median response time. Dot: 99th percentile, where a run has the 1,000 samples it needs. Closed loop, after "
                        + "warm-up.",
                rows, all);
    }

    private Figure throughput(String workload) {
        List<Reading> readings = readings(workload, "throughput_ops_per_s", "throughput", Statistic.MEDIAN, "ops/s", 1);
        return figure("fig7-throughput-" + workload, "Fig 7: warm throughput of " + workload,
                "operations per second",
                "ops/s", "Closed loop, after warm-up.",
                readings.stream().map(reading -> row(reading, OptionalDouble.empty())).toList(), readings);
    }

    private List<Reading> readings(String workload, String metric, String name, Statistic statistic, String unit,
            double scale) {
        return experiment.points(metric, statistic, Map.of("workload", workload)).stream()
                .map(point -> Reading.of(name, unit, scale, point, bootstrap, OptionalDouble.empty())).toList();
    }

    private Figure figure(String id, String title, String axis, String unit, String drawn, List<BarRow> rows,
            List<Reading> all) {
        List<BarRow> positive = rows.stream().filter(row -> row.estimate().value() > 0).toList();
        String reference = all.stream().anyMatch(reading -> isCeiling(reading.point()))
                ? " " + CEILING + " is the ceiling: a server that only sends a constant body of the same size."
                : "";
        return new Figure(id, EXPERIMENT, title, Caption.of(drawn + reference, experiment, all),
                positive.isEmpty()
                        ? Optional.empty()
                        : Optional.of(BarChart.draw(title, axis, unit, "p99", positive)),
                Reading.table(all));
    }

    private static BarRow row(Reading reading, OptionalDouble upper) {
        Point point = reading.point();
        String label = point.dimension("platform") + (isCeiling(point) ? " (ceiling)" : "") + ", concurrency "
                + point.dimension("concurrency");
        return new BarRow(label, isCeiling(point) ? 1 : 0, reading.estimate(), reading.degraded(), OptionalDouble
                .empty(), upper);
    }

    private static boolean isCeiling(Point point) {
        return point.dimension("platform").equals(CEILING);
    }
}
