package org.graalvisor.analysis.figures;

import java.awt.Color;
import java.util.List;
import java.util.function.Function;
import org.graalvisor.analysis.tables.Numbers;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Horizontal bars on one axis, label above and value beside each bar. The axis is logarithmic where values differ a lot. */
final class BarChart {
    private static final int HEIGHT_OF_FRAME_PIXELS = 210;
    private static final int HEIGHT_PER_ROW_PIXELS = 125;
    private static final double BAR_HEIGHT_PIXELS = 46;
    private static final int LABEL_ABOVE_BAR_PIXELS = -44;
    /** Of the width, what is left for the plot after paddings; only used to leave room for the values. */
    private static final double PLOT_WIDTH_PIXELS = 1_540;
    private static final int TEXT_GAP_PIXELS = 24;

    private BarChart() {}

    /**
     * @param upperName what {@link BarRow#upper} is, for example {@code p99}
     */
    static XYChart draw(String title, String valueAxisTitle, String unit, String upperName,
            List<BarRow> rows) {
        boolean logarithmic = LogScale.suits(rows.stream().flatMapToDouble(BarRow::values));
        XYChart chart = Style.chart(title, valueAxisTitle + (logarithmic ? LogScale.TITLE : ""), "",
                HEIGHT_OF_FRAME_PIXELS + HEIGHT_PER_ROW_PIXELS * rows
                        .size());
        double low = logarithmic ? LogScale.around(rows.stream().flatMapToDouble(BarRow::values)).low() : 0;
        double high = endOfAxis(rows, low, row -> row.numbers(unit, upperName));
        chart.getStyler().setXAxisLogarithmic(logarithmic).setXAxisMin(low).setXAxisMax(high)
                .setYAxisMin(-0.6).setYAxisMax(rows.size() - 0.3)
                .setYAxisTicksVisible(false).setYAxisTitleVisible(false).setPlotGridHorizontalLinesVisible(false);
        // XChart finds no ticks for a linear axis of this kind; there, the value beside each bar has to do.
        chart.getStyler().setXAxisTickLabelsFormattingFunction(Numbers::readable)
                .setXAxisTicksVisible(logarithmic);
        // XChart draws no chart without a series; this one only spans the axes.
        XYSeries frame = chart.addSeries("frame", new double[]{low, high}, new double[]{0, rows.size() - 1.0});
        frame.setMarker(SeriesMarkers.NONE);
        frame.setLineColor(new Color(0, true));
        for (int i = 0; i < rows.size(); i++) {
            addRow(chart, rows.get(i), rows.size() - 1.0 - i, low, rows.get(i).numbers(unit, upperName));
        }
        return chart;
    }

    /** Where the axis must end so that every row's text fits right of what the row shows. */
    private static double endOfAxis(List<BarRow> rows, double low, Function<BarRow, String> texts) {
        double end = low;
        for (BarRow row : rows) {
            double textPixels = TEXT_GAP_PIXELS + TextLabel.widthPixels(texts.apply(row), Style.LABEL);
            double share = PLOT_WIDTH_PIXELS / Math.max(PLOT_WIDTH_PIXELS - textPixels, PLOT_WIDTH_PIXELS / 4);
            double most = row.end();
            end = Math.max(end, low == 0 ? most * share : low * Math.pow(most / low, share));
        }
        return end;
    }

    private static void addRow(XYChart chart, BarRow row, double y, double low, String text) {
        chart.addAnnotation(new TextLabel(row.markedLabel(), low, y, 4, LABEL_ABOVE_BAR_PIXELS,
                Palette.INK, Style.STRONG_LABEL));
        chart.addAnnotation(new Bar(low, row.estimate().value(), y, BAR_HEIGHT_PIXELS, row.degraded(), Palette.series(
                row.group())));
        row.estimate().interval().filter(ends -> ends.low() > low)
                .ifPresent(ends -> chart.addAnnotation(Whisker.horizontal(y, ends.low(), ends.high(), Palette.INK)));
        row.upper().ifPresent(
                upper -> chart.addAnnotation(new PointMark(upper, y, PointMark.Form.CIRCLE, row.degraded(),
                        Palette.INK)));
        row.paper().ifPresent(
                paper -> chart.addAnnotation(new PointMark(paper, y, PointMark.Form.DIAMOND, true, Palette.PAPER)));
        chart.addAnnotation(new TextLabel(text, row.end(), y, TEXT_GAP_PIXELS, 0, Palette.INK, Style.LABEL));
    }
}
