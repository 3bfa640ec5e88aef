package org.graalvisor.analysis.figures;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graalvisor.analysis.data.Experiment;
import org.graalvisor.analysis.data.Point;
import org.graalvisor.analysis.data.Statistic;
import org.graalvisor.analysis.figures.ScalingLine.ScalingPoint;
import org.graalvisor.analysis.statistics.Bootstrap;

/** Fig 3: start-up time and memory of an isolate over the number of isolates. */
final class Fig3 {
    static final String EXPERIMENT = "fig3";
    private static final double KB_PER_BYTE = 1e-3;

    private final Experiment experiment;
    private final Bootstrap bootstrap;

    Fig3(Experiment experiment, Bootstrap bootstrap) {
        this.experiment = experiment;
        this.bootstrap = bootstrap;
    }

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>(List.of(time(), memory(), costs()));
        figures.addAll(new Fig3Scripts(experiment, bootstrap).figures());
        return figures;
    }

    private Figure time() {
        Map<Double, Double> paper = PaperNumbers.isolateStartUpUs();
        List<ScalingCurve> curves = List.of(
                curve("create", "isolate_create_us", Statistic.MEDIAN, 1, "us", Palette.BLUE, paper),
                curve("first call", "isolate_first_call_us", Statistic.MEDIAN, 1, "us", Palette.GREEN, Map
                        .of()),
                curve("floor", "isolate_create_floor_us", Statistic.MEDIAN, 1, "us",
                        Palette.PURPLE,
                        Map.of()));
        return figure("fig3-time", "Fig 3: start-up time of an isolate", "microseconds (log scale)", "us",
                "Time to create an isolate and of the first call into it, by number of isolates created in one process. Floor: the isolate's page faults and system calls at their calibrated cost. Dashed: the paper's curve.",
                curves,
                paper);
    }

    private Figure memory() {
        Map<Double, Double> paper = PaperNumbers.memoryPerIsolateKb();
        List<ScalingCurve> curves = List.of(
                curve("RSS", "rss_bytes", Statistic.GROWTH_PER_ISOLATE, KB_PER_BYTE, "KB", Palette.BLUE, paper),
                curve("PSS", "pss_bytes", Statistic.GROWTH_PER_ISOLATE, KB_PER_BYTE, "KB", Palette.GREEN, Map.of()),
                curve("private dirty", "private_dirty_bytes", Statistic.GROWTH_PER_ISOLATE, KB_PER_BYTE, "KB",
                        Palette.VERMILION, Map.of()));
        return figure("fig3-memory", "Fig 3: memory per isolate", "KB per isolate (log scale)", "KB",
                "Growth of the process from before the first isolate to all isolates alive, divided by their number. RSS counts "
                        + "the shared image heap again for every isolate; dashed: the paper's curve.",
                curves, paper);
    }

    /** What creation is made of; a table, because its numbers hardly depend on the number of isolates. */
    private Figure costs() {
        List<Reading> readings = new ArrayList<>();
        for (String metric : List.of("page_faults_per_isolate", "system_calls_per_isolate")) {
            readings.addAll(curve(metric.replace('_', ' '), metric, Statistic.MEDIAN, 1, "count", Palette.BLUE, Map
                    .of()).readings());
        }
        return new Figure("fig3-costs", EXPERIMENT, "Fig 3: page faults and system calls per isolate",
                Caption.of("What the kernel does for one isolate.", experiment, readings), Optional.empty(),
                Reading.table(readings));
    }

    private Figure figure(String id, String title, String axis, String unit, String drawn, List<ScalingCurve> curves,
            Map<Double, Double> paper) {
        List<Reading> readings = curves.stream().flatMap(curve -> curve.readings().stream()).toList();
        List<ScalingLine> lines = new ArrayList<>();
        curves.forEach(curve -> lines.addAll(curve.lines()));
        lines.add(new ScalingLine("paper", Palette.PAPER, true, paper.entrySet().stream()
                .map(entry -> new ScalingPoint(entry.getKey(), entry.getValue(), Optional.empty(), false)).toList()));
        return new Figure(id, EXPERIMENT, title, Caption.of(drawn, experiment, readings),
                readings.isEmpty()
                        ? Optional.empty()
                        : Optional.of(ScalingChart.draw(title, ScalingAxis.ISOLATES, axis, unit, lines)),
                Reading.table(readings));
    }

    private ScalingCurve curve(String name, String metric, Statistic statistic, double scale, String unit, Color color,
            Map<Double, Double> paper) {
        List<Point> points = experiment.points(metric, statistic, Map.of()).stream().filter(point -> !Language.of(point)
                .isScript()).toList();
        return ScalingCurve.overIsolates(name, color, new ScalingCurve.Unit(unit, scale), points, bootstrap, paper);
    }
}
