package org.graalvisor.analysis.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.graalvisor.analysis.data.Experiment;
import org.graalvisor.analysis.data.Point;
import org.graalvisor.analysis.data.Statistic;
import org.graalvisor.analysis.statistics.Bootstrap;

/** Fig 8: cold start of each platform, and its memory when idle. */
final class Fig8 {
    static final String EXPERIMENT = "fig8";
    private static final double MB_PER_BYTE = 1e-6;

    private final Experiment experiment;
    private final Bootstrap bootstrap;

    Fig8(Experiment experiment, Bootstrap bootstrap) {
        this.experiment = experiment;
        this.bootstrap = bootstrap;
    }

    List<Figure> figures() {
        return List.of(coldStart(), memory());
    }

    private Figure coldStart() {
        List<Reading> readings = new ArrayList<>();
        for (String metric : List.of("boot_to_first_reply_ms", "isolate_cold_start_ms")) {
            for (Point point : experiment.points(metric, Statistic.MEDIAN, Map.of())) {
                readings.add(Reading.of(metric, "ms", 1, point, bootstrap, PaperNumbers.startMs(point.dimension(
                        "platform"))));
            }
        }
        return figure("fig8-cold-start", "Fig 8: cold start", "milliseconds (log scale)", "ms",
                "From starting the process to its first reply; for the isolate, from creating it to its first result. Diamond: "
                        + "the paper, bare processes (Fig 8) and isolate (Fig 1).",
                readings);
    }

    private Figure memory() {
        List<Reading> readings = new ArrayList<>();
        for (String metric : List.of("idle_rss_bytes", "idle_pss_bytes")) {
            for (Point point : experiment.points(metric, Statistic.MEDIAN, Map.of())) {
                OptionalDouble paper = metric.startsWith("idle_rss")
                        ? PaperNumbers.memoryMb(point.dimension("platform"))
                        : OptionalDouble.empty();
                readings.add(Reading.of(metric.equals("idle_rss_bytes") ? "RSS" : "PSS", "MB", MB_PER_BYTE, point,
                        bootstrap, paper));
            }
        }
        return figure("fig8-memory", "Fig 8: memory of the idle process", "MB (log scale)", "MB",
                "Process tree when idle after the first reply; RSS counts shared pages fully, PSS once. Diamond: the paper "
                        + "(Fig 1).",
                readings);
    }

    private Figure figure(String id, String title, String axis, String unit, String drawn, List<Reading> readings) {
        boolean severalQuantities = readings.stream().map(Reading::quantity).distinct().count() > 1 && unit.equals(
                "MB");
        List<BarRow> rows = readings.stream()
                .filter(reading -> reading.estimate().value() > 0)
                .sorted(Comparator.comparingDouble(reading -> reading.estimate().value()))
                .map(reading -> row(reading, severalQuantities))
                .toList();
        return new Figure(id, EXPERIMENT, title, Caption.of(drawn, experiment, readings),
                rows.isEmpty()
                        ? Optional.empty()
                        : Optional.of(BarChart.draw(title, axis, BarChart.Axis.LOGARITHMIC, unit, "", rows)),
                Reading.table(readings));
    }

    private static BarRow row(Reading reading, boolean nameQuantity) {
        String platform = reading.point().dimension("platform");
        int group = reading.quantity().equals("PSS") ? 2 : 0;
        return new BarRow(nameQuantity ? platform + ", " + reading.quantity() : platform, group, reading.estimate(),
                reading.degraded(), reading.paper(), OptionalDouble.empty());
    }
}
