package org.graalvisor.analysis.figures;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.graalvisor.analysis.data.Experiment;
import org.graalvisor.analysis.data.Point;
import org.graalvisor.analysis.data.Series;
import org.graalvisor.analysis.figures.IndexedCurve.Drawing;
import org.graalvisor.analysis.figures.ScalingLine.ScalingPoint;
import org.graalvisor.analysis.statistics.Bootstrap;

/** Fig 4: memory, allocation and latency while contexts are added, with and without code-cache sharing. */
final class Fig4 {
    static final String EXPERIMENT = "fig4";
    /** The function of the paper's figure; its numbers say nothing about others. */
    private static final String OF_THE_PAPER = "thumbnail-python";
    private static final int CONTEXTS_OF_THE_PAPER = 10;
    private static final String CONTEXT = "context";
    private static final String REQUEST = "request";
    private static final String ALLOCATION = "context_allocation_ms";
    private static final double MB_PER_BYTE = 1e-6;

    private final Experiment experiment;
    private final Bootstrap bootstrap;

    Fig4(Experiment experiment, Bootstrap bootstrap) {
        this.experiment = experiment;
        this.bootstrap = bootstrap;
    }

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (String workload : experiment.workloads()) {
            figures.add(memory(workload));
            figures.add(allocation(workload));
            figures.add(latency(workload));
        }
        return figures;
    }

    private Figure memory(String workload) {
        Drawing mb = new Drawing(CONTEXT, "MB", MB_PER_BYTE, true);
        List<IndexedCurve> curves = List.of(
                curve(workload, "on", "RSS", Palette.BLUE, "rss_bytes", mb),
                curve(workload, "off", "RSS", Palette.VERMILION, "rss_bytes", mb),
                curve(workload, "on", "PSS", Palette.SKY, "pss_bytes", mb),
                curve(workload, "off", "PSS", Palette.ORANGE, "pss_bytes", mb));
        return figure("memory", workload, "memory", "MB (log scale)",
                "Memory of the process after the requests of each new context.", curves,
                List.of(curve(workload, "on", "private dirty", Palette.INK, "private_dirty_bytes", mb), curve(workload,
                        "off", "private dirty", Palette.INK, "private_dirty_bytes", mb)),
                PaperNumbers.SHARING_MEMORY_MB, 0);
    }

    private Figure allocation(String workload) {
        Drawing ms = new Drawing(CONTEXT, "ms", 1, true);
        List<IndexedCurve> curves = new ArrayList<>();
        List<IndexedCurve> each = new ArrayList<>();
        for (String sharing : List.of("on", "off")) {
            Color color = color(sharing);
            curves.add(IndexedCurve.of(label(sharing, "all so far"), color, ms, length(workload, ALLOCATION),
                    index -> points(
                            workload, sharing, ALLOCATION, series -> series.sumUpTo(index)), bootstrap));
            each.add(curve(workload, sharing, "this context", color, ALLOCATION, ms));
        }
        return figure("allocation", workload, "time to allocate contexts", "milliseconds, sum (log scale)",
                "Time to allocate all contexts up to a number; each alone is in the table. Sharing on: the first is an "
                        + "isolate with its program, the others are contexts in it. Off: an isolate each.",
                curves, each, PaperNumbers.SHARING_ALLOCATION_MS, 0);
    }

    private Figure latency(String workload) {
        Drawing ms = new Drawing(REQUEST, "ms", 1, false);
        List<IndexedCurve> curves = List.of(curve(workload, "on", "request", Palette.BLUE, "request_ms", ms),
                curve(workload, "off", "request", Palette.VERMILION, "request_ms", ms));
        int contexts = length(workload, ALLOCATION);
        int perContext = contexts == 0 ? 0 : length(workload, "request_ms") / contexts;
        return figure("latency", workload, "latency of successive requests", "milliseconds (log scale)",
                "Successive requests, " + perContext + " to each new context. The paper's marks are first requests.",
                curves, List.of(), PaperNumbers.SHARING_FIRST_REQUEST_MS, perContext);
    }

    /**
     * @param requestsPerContext 0 when the axis counts contexts
     */
    private Figure figure(String panel, String workload, String what, String axis, String drawn,
            List<IndexedCurve> curves, List<IndexedCurve> inTableOnly, Map<String, Double> paper,
            int requestsPerContext) {
        List<Reading> readings = new ArrayList<>();
        List<ScalingLine> lines = new ArrayList<>();
        for (IndexedCurve curve : curves) {
            readings.addAll(curve.readings());
            lines.add(curve.line());
        }
        boolean measured = lines.stream().anyMatch(line -> !line.points().isEmpty());
        if (workload.equals(OF_THE_PAPER)) {
            double at = requestsPerContext == 0
                    ? CONTEXTS_OF_THE_PAPER
                    : (CONTEXTS_OF_THE_PAPER - 1.0) * requestsPerContext + 1;
            paper.forEach((sharing, value) -> lines.add(new ScalingLine("paper, " + sharing, Palette.PAPER, true, List
                    .of(new ScalingPoint(at, value, Optional.empty(), false)))));
        }
        String caption = Caption.of(drawn, experiment, readings);
        inTableOnly.forEach(curve -> readings.addAll(curve.readings()));
        String title = "Fig 4: " + what + ", " + workload;
        ScalingAxis horizontal = new ScalingAxis(requestsPerContext == 0
                ? "number of contexts"
                : "number of the request", false);
        return new Figure("fig4-" + panel + "-" + workload, EXPERIMENT, title, caption,
                measured
                        ? Optional.of(ScalingChart.draw(title, horizontal, axis, curves.getFirst().drawing().unit(),
                                lines))
                        : Optional.empty(),
                Reading.table(readings));
    }

    private IndexedCurve curve(String workload, String sharing, String name, Color color, String metric,
            Drawing drawing) {
        return IndexedCurve.of(label(sharing, name), color, drawing, length(workload, metric), index -> points(workload,
                sharing, metric, series -> series.at(index)), bootstrap);
    }

    private List<Point> points(String workload, String sharing, String metric, SeriesValue value) {
        return experiment.points(cell -> cell.metric(metric).map(value::of).orElse(OptionalDouble.empty()), Map.of(
                "workload", workload, "sharing", sharing));
    }

    /** Numbers of the longest series. */
    private int length(String workload, String metric) {
        return experiment.cells().stream().filter(cell -> workload.equals(cell.dimensions().get("workload"))).map(
                cell -> cell.metric(metric)).flatMap(Optional::stream).mapToInt(series -> series.values().size()).max()
                .orElse(0);
    }

    private static String label(String sharing, String name) {
        return "sharing " + sharing + ", " + name;
    }

    private static Color color(String sharing) {
        return sharing.equals("on") ? Palette.BLUE : Palette.VERMILION;
    }

    /** How a cell's series becomes a number. */
    @FunctionalInterface
    private interface SeriesValue {
        OptionalDouble of(Series series);
    }
}
