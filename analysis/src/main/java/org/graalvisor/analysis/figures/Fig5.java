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
import org.graalvisor.analysis.figures.CdfCurve.CdfPoint;
import org.graalvisor.analysis.statistics.Bootstrap;

/** Fig 5: the first requests of a fresh process, and its memory after them. */
final class Fig5 {
    static final String EXPERIMENT = "fig5";
    private static final String REQUEST = "request_us";
    private static final double MS_PER_US = 1e-3;
    private static final double MB_PER_BYTE = 1e-6;
    private static final Map<String, String> NAMES = Map.of("graalvisor-native", "GV (all languages)",
            "graalvisor-java",
            "GV-JV (Java only)", "graalvisor-hosted", "GV on HotSpot", "openwhisk-java", "JVM (OpenWhisk)");

    private final Experiment experiment;
    private final Bootstrap bootstrap;

    Fig5(Experiment experiment, Bootstrap bootstrap) {
        this.experiment = experiment;
        this.bootstrap = bootstrap;
    }

    List<Figure> figures() {
        return List.of(requests(), footprint(), boot());
    }

    private Figure requests() {
        List<Reading> readings = new ArrayList<>();
        List<CdfCurve> curves = new ArrayList<>();
        for (Point system : experiment.points(REQUEST, Statistic.MEDIAN, Map.of())) {
            curves.add(curve(system.dimensions(), readings));
        }
        int requests = curves.stream().mapToInt(curve -> curve.points().size()).max().orElse(0);
        String title = "Fig 5: the first " + requests + " requests of a fresh process";
        return new Figure("fig5-requests", EXPERIMENT, title, Caption.of("Share of the first " + requests
                + " requests, one after the other, that took at most so long: the fastest of each run, the second "
                + "fastest, and so on. The paper shows curves without numbers.", experiment, readings), requests == 0
                        ? Optional.empty()
                        : Optional.of(CdfChart.draw(title, "milliseconds per request (log scale)", "share of requests",
                                curves)), Reading
                                        .table(readings));
    }

    private CdfCurve curve(Map<String, String> system, List<Reading> readings) {
        int requests = experiment.points(cell -> cell.metric(REQUEST).map(series -> OptionalDouble.of((double) series
                .values().size())).orElse(OptionalDouble.empty()), system).stream().flatMap(point -> point.runs()
                        .stream()).mapToInt(Double::intValue).min().orElse(0);
        List<CdfPoint> points = new ArrayList<>();
        boolean degraded = false;
        for (int rank = 0; rank < requests; rank++) {
            int place = rank;
            Point point = experiment.points(cell -> cell.metric(REQUEST).map(series -> OptionalDouble.of(series
                    .ascending()[place])).orElse(OptionalDouble.empty()), system).getFirst();
            Reading reading = Reading.of("request", "ms", MS_PER_US, point.with("rank", Integer.toString(rank + 1)),
                    bootstrap, OptionalDouble.empty());
            readings.add(reading);
            degraded |= reading.degraded();
            points.add(new CdfPoint(reading.estimate().value(), (rank + 1.0) / requests, reading.estimate()
                    .interval()));
        }
        return new CdfCurve(name(system.getOrDefault("platform", "")), true, degraded, points);
    }

    private Figure footprint() {
        List<Reading> readings = new ArrayList<>();
        List<BarGroup> groups = new ArrayList<>();
        for (String kind : List.of("RSS", "PSS", "private dirty")) {
            String metric = "footprint_" + kind.toLowerCase(Locale.ROOT).replace(' ', '_') + "_bytes";
            addGroup(kind, metric, kind, "MB", MB_PER_BYTE, groups, readings);
        }
        return bars("fig5-footprint", "Fig 5: memory after the first requests", "MB", "MB",
                "Memory of the process tree after the tenth request. The paper: GV-JV takes 26 % less than the JVM, GV "
                        + "twice as much as GV-JV (in microVMs).",
                groups, readings);
    }

    private Figure boot() {
        List<Reading> readings = new ArrayList<>();
        List<BarGroup> groups = new ArrayList<>();
        addGroup("process start to first reply", "boot_to_first_reply_ms", "boot", "ms", 1, groups, readings);
        return bars("fig5-boot", "Fig 5: start of the processes", "milliseconds", "ms",
                "From starting the process to its first reply, before the requests above.", groups, readings);
    }

    private void addGroup(String heading, String metric, String quantity, String unit, double scale,
            List<BarGroup> groups, List<Reading> readings) {
        List<BarRow> rows = new ArrayList<>();
        for (Point point : experiment.points(metric, Statistic.MEDIAN, Map.of())) {
            Reading reading = Reading.of(quantity, unit, scale, point, bootstrap, OptionalDouble.empty());
            readings.add(reading);
            if (reading.estimate().value() > 0) {
                rows.add(BarRow.of(name(point.dimension("platform")), groups.size(), reading));
            }
        }
        if (!rows.isEmpty()) {
            groups.add(new BarGroup(heading, rows));
        }
    }

    private Figure bars(String id, String title, String axis, String unit, String drawn, List<BarGroup> groups,
            List<Reading> readings) {
        return new Figure(id, EXPERIMENT, title, Caption.of(drawn, experiment, readings), GroupedBarChart.drawAny(
                title, axis, unit, "", OptionalDouble.empty(), groups), Reading.table(readings));
    }

    private static String name(String platform) {
        return NAMES.getOrDefault(platform, platform);
    }
}
