package org.graalvisor.analysis.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
        List<LabelledBar> bars = new ArrayList<>();
        for (Point point : oncePerPlatform(points("boot_to_first_reply_ms"))) {
            bars.add(bar("boot_to_first_reply_ms", "ms", 1, point, point.dimension("platform"), PaperNumbers.startMs(
                    point.dimension("platform"))));
        }
        for (Point point : scriptsInRuntimes(points("boot_to_first_function_ms"))) {
            bars.add(bar("boot_to_first_function_ms", "ms", 1, point, withFirstReply(point), OptionalDouble.empty()));
        }
        for (Point point : points("isolate_cold_start_ms")) {
            boolean script = Language.of(point).isScript();
            bars.add(bar("isolate_cold_start_ms", "ms", 1, point, point.dimension("platform") + (script
                    ? ", " + Language.of(point).words()
                    : ""), script ? OptionalDouble.empty() : PaperNumbers.startMs(point.dimension("platform"))));
        }
        return figure("fig8-cold-start", "Fig 8: cold start", "milliseconds (log scale)", "ms",
                "From starting the process to its first reply, and where named to the first reply of a script; for the "
                        + "isolate, from creating it to its first result. Diamond: the paper, bare processes (Fig 8) "
                        + "and isolate (Fig 1).",
                bars);
    }

    private Figure memory() {
        List<LabelledBar> bars = new ArrayList<>();
        for (String kind : List.of("rss", "pss")) {
            String name = kind.toUpperCase(Locale.ROOT);
            for (Point point : oncePerPlatform(points("idle_" + kind + "_bytes"))) {
                String platform = point.dimension("platform");
                bars.add(bar(name, "MB", MB_PER_BYTE, point, platform + ", " + name, kind.equals("rss")
                        ? PaperNumbers.memoryMb(platform)
                        : OptionalDouble.empty()));
            }
            for (Point point : scriptsInRuntimes(points("first_function_" + kind + "_bytes"))) {
                bars.add(bar(name, "MB", MB_PER_BYTE, point, withFirstReply(point) + ", " + name, OptionalDouble
                        .empty()));
            }
        }
        return figure("fig8-memory", "Fig 8: memory of the idle process", "MB (log scale)", "MB",
                "Process tree when idle after the first reply, and where named after the first reply of a script; RSS "
                        + "counts shared pages fully, PSS once. Diamond: the paper (Fig 1).",
                bars);
    }

    private List<Point> points(String metric) {
        return experiment.points(metric, Statistic.MEDIAN, Map.of());
    }

    /** A process before its first function is the same for all functions: the first of its workloads, Java's if there. */
    private static List<Point> oncePerPlatform(List<Point> points) {
        return points.stream().filter(point -> points.stream().filter(other -> other.dimension("platform").equals(point
                .dimension("platform"))).min(Comparator.comparing(Language::of)).orElseThrow().equals(point)).toList();
    }

    /** In plain processes of one language, the first reply of a function adds nothing worth a bar. */
    private static List<Point> scriptsInRuntimes(List<Point> points) {
        return points.stream().filter(point -> Language.of(point).isScript()).filter(point -> point.dimension(
                "platform").startsWith("graalvisor-")).toList();
    }

    private static String withFirstReply(Point point) {
        return point.dimension("platform") + " + first " + Language.of(point).words() + " reply";
    }

    private LabelledBar bar(String quantity, String unit, double scale, Point point, String label,
            OptionalDouble paper) {
        return new LabelledBar(label, Reading.of(quantity, unit, scale, point, bootstrap, paper));
    }

    private Figure figure(String id, String title, String axis, String unit, String drawn, List<LabelledBar> bars) {
        List<Reading> readings = bars.stream().map(LabelledBar::reading).toList();
        List<BarRow> rows = bars.stream()
                .filter(bar -> bar.reading().estimate().value() > 0)
                .sorted(Comparator.comparingDouble(bar -> bar.reading().estimate().value()))
                .map(LabelledBar::row)
                .toList();
        return new Figure(id, EXPERIMENT, title, Caption.of(drawn, experiment, readings),
                rows.isEmpty()
                        ? Optional.empty()
                        : Optional.of(BarChart.draw(title, axis, BarChart.Axis.LOGARITHMIC, unit, "", rows)),
                Reading.table(readings));
    }

    /** A reading and what is written at its bar. */
    private record LabelledBar(String label, Reading reading) {

        BarRow row() {
            int group = reading.quantity().equals("PSS") ? 2 : 0;
            return new BarRow(label, group, reading.estimate(), reading.degraded(), reading.paper(), OptionalDouble
                    .empty());
        }
    }
}
