package org.graalvisor.analysis.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.graalvisor.analysis.data.Experiment;
import org.graalvisor.analysis.data.Point;
import org.graalvisor.analysis.statistics.Bootstrap;

/** Fig 8: cold start of each platform by language, and its memory when idle. */
final class Fig8 {
    static final String EXPERIMENT = "fig8";
    private static final double MB_PER_BYTE = 1e-6;

    private final Experiment experiment;
    private final ColdStarts starts;
    private final Bootstrap bootstrap;

    Fig8(Experiment experiment, Bootstrap bootstrap) {
        this.experiment = experiment;
        this.starts = new ColdStarts(experiment);
        this.bootstrap = bootstrap;
    }

    List<Figure> figures() {
        return List.of(coldStart(), memory());
    }

    private Figure coldStart() {
        List<LabelledBar> bars = new ArrayList<>();
        for (Point point : starts.oncePerPlatform("boot_to_first_reply_ms")) {
            bars.add(bar("boot_to_first_reply_ms", "ms", 1, point, ColdStarts.name(point), PaperNumbers.startMs(
                    point.dimension("platform"))));
        }
        for (Point point : starts.firstFunctions("boot_to_first_function_ms")) {
            bars.add(bar("boot_to_first_function_ms", "ms", 1, point, withFirstReply(point), OptionalDouble.empty()));
        }
        for (Point point : starts.points("isolate_cold_start_ms")) {
            bars.add(bar("isolate_cold_start_ms", "ms", 1, point, ColdStarts.name(point), Language.of(point).isScript()
                    ? OptionalDouble.empty()
                    : PaperNumbers.startMs(point.dimension("platform"))));
        }
        return figure("fig8-cold-start", "Fig 8: cold start", "milliseconds", "ms",
                "From starting the process to its first reply, and where named to the first reply of a function; for the "
                        + "isolate or context, from creating it to its first result. Diamond: the paper, bare processes "
                        + "(Fig 8) and isolate (Fig 1).",
                bars, bar -> Language.of(bar.reading().point()).words());
    }

    private Figure memory() {
        List<LabelledBar> bars = new ArrayList<>();
        for (String kind : List.of("rss", "pss")) {
            String name = kind.toUpperCase(Locale.ROOT);
            for (Point point : starts.oncePerPlatform("idle_" + kind + "_bytes")) {
                bars.add(bar(name, "MB", MB_PER_BYTE, point, ColdStarts.name(point), kind.equals("rss")
                        ? PaperNumbers.memoryMb(point.dimension("platform"))
                        : OptionalDouble.empty()));
            }
            for (Point point : starts.firstFunctions("first_function_" + kind + "_bytes")) {
                bars.add(bar(name, "MB", MB_PER_BYTE, point, withFirstReply(point), OptionalDouble.empty()));
            }
        }
        return figure("fig8-memory", "Fig 8: memory of the idle process", "MB", "MB",
                "Process tree when idle after the first reply, and where named after the first reply of a function; RSS "
                        + "counts shared pages fully, PSS once. Diamond: the paper (Fig 1).",
                bars, bar -> bar.reading().quantity());
    }

    private static String withFirstReply(Point point) {
        return point.dimension("platform") + " + first " + Language.of(point).words() + " reply";
    }

    private LabelledBar bar(String quantity, String unit, double scale, Point point, String label,
            OptionalDouble paper) {
        return new LabelledBar(label, Reading.of(quantity, unit, scale, point, bootstrap, paper));
    }

    private Figure figure(String id, String title, String axis, String unit, String drawn, List<LabelledBar> bars,
            Function<LabelledBar, String> heading) {
        List<Reading> readings = bars.stream().map(LabelledBar::reading).toList();
        List<LabelledBar> positive = bars.stream().filter(bar -> bar.reading().estimate().value() > 0).sorted(Comparator
                .comparingDouble(bar -> bar.reading().estimate().value())).toList();
        List<BarGroup> groups = bars.stream().map(heading).distinct().map(name -> new BarGroup(name, positive.stream()
                .filter(bar -> heading.apply(bar).equals(name)).map(LabelledBar::row).toList())).filter(group -> !group
                        .bars().isEmpty()).toList();
        return new Figure(id, EXPERIMENT, title, Caption.of(drawn, experiment, readings), GroupedBarChart.drawAny(title,
                axis, unit, "", OptionalDouble.empty(), groups), Reading.table(readings));
    }

    /** A reading and what is written at its bar. */
    private record LabelledBar(String label, Reading reading) {

        BarRow row() {
            return BarRow.of(label, group(reading.point().dimension("platform")), reading);
        }

        private static int group(String platform) {
            if (platform.equals("isolate") || platform.equals("context")) {
                return 2;
            }
            return platform.startsWith("graalvisor-") ? 0 : 1;
        }
    }
}
