package org.graalvisor.analysis.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.graalvisor.analysis.data.Experiment;
import org.graalvisor.analysis.data.Point;
import org.graalvisor.analysis.data.Statistic;
import org.graalvisor.analysis.statistics.Bootstrap;

/** Fig 1: start-up latency and memory of virtualization technologies. */
final class Fig1 {
    static final String EXPERIMENT = "fig1";
    private static final double MB_PER_BYTE = 1e-6;

    private final Experiment experiment;
    private final ColdStarts starts;
    private final Bootstrap bootstrap;

    Fig1(Experiment experiment, Bootstrap bootstrap) {
        this.experiment = experiment;
        this.starts = new ColdStarts(experiment);
        this.bootstrap = bootstrap;
    }

    List<Figure> figures() {
        return List.of(figure("rss"), figure("pss"));
    }

    private Figure figure(String kind) {
        List<ScatterPoint> points = new ArrayList<>();
        List<Reading> readings = new ArrayList<>();
        for (Point start : starts.oncePerPlatform("boot_to_first_reply_ms")) {
            add(start, memory(start, "idle_" + kind + "_bytes", Statistic.MEDIAN), ColdStarts.name(start), kind, points,
                    readings);
        }
        for (Point start : starts.points("isolate_cold_start_ms")) {
            add(start, memory(start, kind + "_bytes", Statistic.GROWTH_PER_ISOLATE), ColdStarts.name(start) + ", "
                    + Language.of(start).words(), kind, points, readings);
        }
        boolean measured = !points.isEmpty();
        PaperNumbers.TECHNOLOGIES.forEach(system -> points.add(ScatterPoint.ofPaper("paper: " + system.name(), system
                .megabytes(), system.startMs())));
        String name = kind.toUpperCase(Locale.ROOT);
        String title = "Fig 1: start-up latency and memory (" + name + ")";
        String drawn = "Processes: from start to first reply, and " + name + " when idle. Isolates and contexts: from "
                + "creation to first result, and growth of the process's " + name + ". " + (kind.equals("rss")
                        ? "RSS counts pages that an isolate shares with the image again."
                        : "PSS counts shared pages once.")
                + " Diamonds: the paper (RSS).";
        return new Figure("fig1-" + kind, EXPERIMENT, title, Caption.of(drawn, experiment, readings), measured
                ? Optional.of(ScatterChart.draw(title, "memory in MB (log scale)",
                        "start-up in milliseconds (log scale)",
                        points))
                : Optional.empty(), Reading.table(readings));
    }

    private Optional<Point> memory(Point start, String metric, Statistic statistic) {
        Map<String, String> dimensions = start.dimensions();
        return experiment.points(metric, statistic, dimensions).stream().filter(point -> point.dimensions().equals(
                dimensions)).findFirst();
    }

    private void add(Point start, Optional<Point> memory, String label, String kind, List<ScatterPoint> points,
            List<Reading> readings) {
        if (memory.isEmpty()) {
            return;
        }
        Reading ms = Reading.of("start-up", "ms", 1, start, bootstrap, PaperNumbers.startMs(start.dimension(
                "platform")));
        Reading mb = Reading.of(kind.toUpperCase(Locale.ROOT), "MB", MB_PER_BYTE, memory.get(), bootstrap, kind.equals(
                "rss") ? PaperNumbers.memoryMb(start.dimension("platform")) : OptionalDouble.empty());
        readings.add(ms);
        readings.add(mb);
        if (ms.estimate().value() > 0 && mb.estimate().value() > 0) {
            points.add(new ScatterPoint(label, mb.estimate(), ms.estimate(), false, ms.degraded() || mb.degraded(),
                    List.of(Language.values()).indexOf(Language.of(start))));
        }
    }
}
