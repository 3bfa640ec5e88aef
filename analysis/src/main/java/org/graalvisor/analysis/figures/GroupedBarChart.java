package org.graalvisor.analysis.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Thin horizontal bars in groups on one axis, name and value of each to its right. The axis is logarithmic for ratios and
 * where values differ a lot.
 */
final class GroupedBarChart {
    private static final int HEIGHT_OF_FRAME_PIXELS = 210;
    private static final int HEADING_PIXELS = 44;
    private static final int BAR_PIXELS = 36;
    private static final int GAP_PIXELS = 16;
    private static final double BAR_HEIGHT_PIXELS = 22;
    private static final int TEXT_GAP_PIXELS = 20;
    /** Of the width, what is left for the plot after paddings; only used to leave room for the values. */
    private static final double PLOT_WIDTH_PIXELS = 1_540;

    private GroupedBarChart() {}

    /**
     * @param valueAxisTitle with the unit
     * @param unit written after each value; may be empty
     * @param upperName what {@link BarRow#upper} is, for example {@code p99}
     * @param line value of a vertical line to compare the bars with: 1 for ratios
     * @param groups values above 0
     * @return empty without groups
     */
    static Optional<XYChart> drawAny(String title, String valueAxisTitle, String unit, String upperName,
            OptionalDouble line, List<BarGroup> groups) {
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(draw(title, valueAxisTitle, unit, upperName, line, groups));
    }

    private static XYChart draw(String title, String valueAxisTitle, String unit, String upperName, OptionalDouble line,
            List<BarGroup> groups) {
        int content = groups.stream().mapToInt(group -> HEADING_PIXELS + BAR_PIXELS * group.bars().size() + GAP_PIXELS)
                .sum();
        List<BarRow> rows = groups.stream().flatMap(group -> group.bars().stream()).toList();
        boolean logarithmic = line.isPresent() || LogScale.suits(rows.stream().flatMapToDouble(BarRow::values));
        XYChart chart = Style.chart(title, valueAxisTitle + (logarithmic ? LogScale.TITLE : ""), "",
                HEIGHT_OF_FRAME_PIXELS + content);
        double low = logarithmic
                ? LogScale.around(DoubleStream.concat(line.stream(), rows.stream().flatMapToDouble(BarRow::values)))
                        .low()
                : 0;
        double high = rows.stream().mapToDouble(row -> endOfAxis(row, low, text(row, unit, upperName))).max().orElse(
                low * 10);
        chart.getStyler().setXAxisLogarithmic(logarithmic).setXAxisTicksVisible(logarithmic).setXAxisMin(low)
                .setXAxisMax(high).setYAxisMin(0.0).setYAxisMax(
                        (double) content).setYAxisTicksVisible(false).setYAxisTitleVisible(false)
                .setPlotGridHorizontalLinesVisible(false).setXAxisTickLabelsFormattingFunction(Ticks::text);
        // The library draws no chart without a series; this one only spans the axes.
        XYSeries frame = chart.addSeries("frame", new double[]{low, high}, new double[]{0, content});
        frame.setMarker(SeriesMarkers.NONE);
        frame.setLineColor(new Color(0, true));
        line.ifPresent(value -> addLine(chart, value, content));
        double y = content;
        for (BarGroup group : groups) {
            y -= HEADING_PIXELS / 2.0;
            chart.addAnnotation(new TextLabel(group.heading(), low, y, 4, 0, Palette.INK, Style.STRONG_LABEL));
            y -= HEADING_PIXELS / 2.0;
            for (BarRow row : group.bars()) {
                addRow(chart, row, y - BAR_PIXELS / 2.0, low, text(row, unit, upperName));
                y -= BAR_PIXELS;
            }
            y -= GAP_PIXELS;
        }
        return chart;
    }

    private static void addLine(XYChart chart, double value, double content) {
        XYSeries line = chart.addSeries("line", new double[]{value, value}, new double[]{0, content});
        line.setMarker(SeriesMarkers.NONE);
        line.setLineColor(Palette.INK);
        line.setLineStyle(new BasicStroke(2f));
    }

    private static double endOfAxis(BarRow row, double low, String text) {
        double textPixels = TEXT_GAP_PIXELS + TextLabel.widthPixels(text, Style.LABEL);
        double share = PLOT_WIDTH_PIXELS / Math.max(PLOT_WIDTH_PIXELS - textPixels, PLOT_WIDTH_PIXELS / 4);
        return low == 0 ? row.end() * share : low * Math.pow(row.end() / low, share);
    }

    private static void addRow(XYChart chart, BarRow row, double y, double low, String text) {
        Color color = Palette.series(row.group());
        chart.addAnnotation(new Bar(low, row.estimate().value(), y, BAR_HEIGHT_PIXELS, row.degraded(), color));
        row.estimate().interval().filter(ends -> ends.low() > low)
                .ifPresent(ends -> chart.addAnnotation(Whisker.horizontal(y, ends.low(), ends.high(), Palette.INK)));
        row.upper().ifPresent(upper -> chart.addAnnotation(new PointMark(upper, y, PointMark.Form.CIRCLE, row
                .degraded(), Palette.INK)));
        row.paper().ifPresent(paper -> chart.addAnnotation(new PointMark(paper, y, PointMark.Form.DIAMOND, true,
                Palette.PAPER)));
        chart.addAnnotation(new TextLabel(text, row.end(), y, TEXT_GAP_PIXELS, 0, Palette.INK,
                Style.LABEL));
    }

    private static String text(BarRow row, String unit, String upperName) {
        return row.markedLabel() + ": " + row.numbers(unit, upperName);
    }
}
