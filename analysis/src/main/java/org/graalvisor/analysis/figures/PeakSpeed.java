package org.graalvisor.analysis.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.graalvisor.analysis.data.Experiment;
import org.graalvisor.analysis.data.Point;
import org.graalvisor.analysis.data.Statistic;
import org.graalvisor.analysis.figures.ScalingLine.ScalingPoint;
import org.graalvisor.analysis.statistics.Bootstrap;

/** Warm-up and final speed of CPU-bound scripts; beyond the paper. */
final class PeakSpeed {
    static final String EXPERIMENT = "peak";
    private static final String INVOCATION = "invocation_ms";

    private final Experiment experiment;
    private final Bootstrap bootstrap;

    PeakSpeed(Experiment experiment, Bootstrap bootstrap) {
        this.experiment = experiment;
        this.bootstrap = bootstrap;
    }

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        experiment.workloads().forEach(workload -> figures.add(warmUp(workload)));
        figures.add(bars("peak-final", "Final speed of CPU-bound scripts", "milliseconds per invocation",
                "ms", "Median over the last tenth of the invocations.", INVOCATION, Statistic.MEDIAN_OF_LAST_TENTH));
        figures.add(bars("peak-warm-up", "What warm-up costs", "CPU seconds", "s",
                "Processor time of the whole platform, compilers included, until invocations stay within 10 % of the "
                        + "final speed.",
                "warm_up_cpu_s", Statistic.MEDIAN));
        return figures;
    }

    private Figure warmUp(String workload) {
        List<Reading> readings = new ArrayList<>();
        List<ScalingLine> lines = new ArrayList<>();
        List<String> platforms = experiment.points(INVOCATION, Statistic.MEDIAN, Map.of("workload", workload)).stream()
                .map(point -> point.dimension("platform")).distinct().toList();
        for (String platform : platforms) {
            lines.add(line(workload, platform, lines.size(), readings));
        }
        String title = "Time per invocation while " + workload + " warms up";
        return new Figure("peak-" + workload, EXPERIMENT, title,
                Caption.of("Median over the invocations from each number to the next: 1, 2 to 3, 4 to 7 and so on. One "
                        + "caller, over HTTP.", experiment, readings),
                readings.isEmpty()
                        ? Optional.empty()
                        : Optional.of(ScalingChart.draw(title, new ScalingAxis("number of the invocation", true),
                                "milliseconds (log scale)", "ms", lines)),
                Reading.table(readings));
    }

    private ScalingLine line(String workload, String platform, int position, List<Reading> readings) {
        List<ScalingPoint> points = new ArrayList<>();
        for (long first = 1;; first *= 2) {
            long from = first - 1;
            List<Point> found = experiment.points(cell -> cell.metric(INVOCATION).map(series -> series.medianBetween(
                    from, 2 * from + 1)).orElse(OptionalDouble.empty()), Map.of("workload", workload, "platform",
                            platform));
            if (found.isEmpty()) {
                return new ScalingLine(platform, Palette.series(position), false, points);
            }
            Reading reading = Reading.of("time per invocation", "ms", 1, found.getFirst().with("invocation", Long
                    .toString(first)), bootstrap, OptionalDouble.empty());
            readings.add(reading);
            points.add(new ScalingPoint((double) first, reading.estimate().value(), reading.estimate().interval(),
                    reading
                            .degraded()));
        }
    }

    private Figure bars(String id, String title, String axis, String unit, String drawn, String metric,
            Statistic statistic) {
        List<Reading> readings = experiment.points(metric, statistic, Map.of()).stream()
                .map(point -> Reading.of(metric, unit, 1, point, bootstrap, OptionalDouble.empty())).toList();
        List<BarRow> rows = readings.stream().filter(reading -> reading.estimate().value() > 0)
                .map(reading -> new BarRow(reading.point().dimension("workload") + ", " + reading.point().dimension(
                        "platform"), Language.of(reading.point()) == Language.PYTHON ? 1 : 0, reading.estimate(),
                        reading.degraded(),
                        OptionalDouble.empty(), OptionalDouble.empty()))
                .toList();
        return new Figure(id, EXPERIMENT, title, Caption.of(drawn, experiment, readings),
                rows.isEmpty()
                        ? Optional.empty()
                        : Optional.of(BarChart.draw(title, axis, unit, "", rows)),
                Reading.table(readings));
    }
}
