package org.graalvisor.analysis.figures;

import java.awt.BasicStroke;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.graalvisor.analysis.figures.ScalingLine.ScalingPoint;
import org.graalvisor.analysis.tables.Numbers;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Curves over a number, with a logarithmic value axis, each curve labelled at its end. */
final class ScalingChart {
    private static final int HEIGHT_PIXELS = 1_000;
    /** Of the height, what is left for the plot after titles and ticks; only used to keep labels apart. */
    private static final double PLOT_HEIGHT_PIXELS = 790;
    private static final double LABEL_HEIGHT_PIXELS = 36;
    /** Of the width, what is left for the plot after the axis; only used to leave room for labels. */
    private static final double PLOT_WIDTH_PIXELS = 1_360;
    private static final int LABEL_GAP_PIXELS = 22;
    private static final float[] DASHES = {14f, 10f};

    private ScalingChart() {}

    static XYChart draw(String title, ScalingAxis axis, String valueAxisTitle, String unit, List<ScalingLine> lines) {
        XYChart chart = Style.chart(title, axis.title(), valueAxisTitle, HEIGHT_PIXELS);
        LogScale values = LogScale.withRoomBelow(lines.stream().flatMap(line -> line.points().stream()).flatMapToDouble(
                point -> point.interval().map(ends -> DoubleStream.of(ends.low(), ends.high(), point.value()))
                        .orElse(DoubleStream.of(point.value()))));
        double most = lines.stream().flatMap(line -> line.points().stream()).mapToDouble(ScalingPoint::number)
                .max()
                .orElse(1);
        chart.getStyler().setYAxisLogarithmic(true).setYAxisMin(values.low()).setYAxisMax(values.high())
                .setYAxisTickLabelsFormattingFunction(Numbers::readable)
                .setXAxisMin(axis.start(most)).setXAxisMax(endOfAxis(axis, lines, most, unit))
                .setXAxisTicksVisible(false).setPlotGridVerticalLinesVisible(false);
        List<ScalingLine> drawn = lines.stream().filter(line -> !line.points().isEmpty()).toList();
        drawn.forEach(line -> addLine(chart, axis, line));
        addLabels(chart, axis, drawn, values, unit);
        addTicks(chart, axis, most, values.at(0.03));
        return chart;
    }

    private static void addLine(XYChart chart, ScalingAxis axis, ScalingLine line) {
        XYSeries series = chart.addSeries(line.label(), line.points().stream().mapToDouble(p -> axis.place(p.number()))
                .toArray(),
                line.points().stream().mapToDouble(ScalingPoint::value).toArray());
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(line.color());
        series.setLineStyle(line.paper()
                ? new BasicStroke(Style.LINE_WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, DASHES, 0f)
                : new BasicStroke(Style.LINE_WIDTH));
        PointMark.Form form = line.paper() ? PointMark.Form.DIAMOND : PointMark.Form.CIRCLE;
        for (ScalingPoint point : line.points()) {
            double x = axis.place(point.number());
            point.interval().filter(ends -> ends.low() > 0)
                    .ifPresent(ends -> chart.addAnnotation(Whisker.vertical(x, ends.low(), ends.high(), line.color())));
            chart.addAnnotation(new PointMark(x, point.value(), form, point.degraded(), line.color()));
        }
    }

    private static void addLabels(XYChart chart, ScalingAxis axis, List<ScalingLine> lines, LogScale values,
            String unit) {
        List<ScalingLine> ascending = lines.stream().sorted(Comparator.comparingDouble(line -> line.points().getLast()
                .value()))
                .toList();
        double gap = Math.log(values.high() / values.low()) * LABEL_HEIGHT_PIXELS / PLOT_HEIGHT_PIXELS;
        double[] heights = LogScale.spread(
                ascending.stream().mapToDouble(line -> Math.log(line.points().getLast().value())).toArray(), gap);
        for (int i = 0; i < heights.length; i++) {
            ScalingLine line = ascending.get(i);
            chart.addAnnotation(new TextLabel(label(line, unit), axis.place(line.points().getLast()
                    .number()),
                    Math.exp(heights[i]), LABEL_GAP_PIXELS, 0, line.color(), Style.STRONG_LABEL));
        }
    }

    private static String label(ScalingLine line, String unit) {
        boolean degraded = line.points().stream().anyMatch(ScalingPoint::degraded);
        return line.label() + " " + Numbers.readable(line.points().getLast().value()) + " " + unit + (degraded
                ? " *"
                : "");
    }

    /** Where the axis must end so that the longest label fits right of the last point. */
    private static double endOfAxis(ScalingAxis axis, List<ScalingLine> lines, double most, String unit) {
        double labelPixels = LABEL_GAP_PIXELS + lines.stream().filter(line -> !line.points().isEmpty())
                .mapToDouble(line -> TextLabel.widthPixels(label(line, unit), Style.STRONG_LABEL)).max().orElse(0);
        double pointsPixels = Math.max(PLOT_WIDTH_PIXELS - labelPixels, PLOT_WIDTH_PIXELS / 4);
        double start = axis.start(most);
        return start + (axis.place(most) - start) * PLOT_WIDTH_PIXELS / pointsPixels;
    }

    /** Inside the plot, along its lower edge; XChart has ticks at decades only. */
    private static void addTicks(XYChart chart, ScalingAxis axis, double most, double height) {
        for (double number : axis.ticks(most)) {
            String text = Numbers.exact(number);
            int half = (int) Math.round(TextLabel.widthPixels(text, Style.LABEL) / 2);
            chart.addAnnotation(new TextLabel(text, axis.place(number), height, -half, 0, Palette.INK, Style.LABEL));
        }
    }
}
