package org.graalvisor.trace.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A drawing of some curves.
 *
 * @param title one line
 * @param x the horizontal axis
 * @param y the vertical axis; a linear one begins at 0
 * @param curves in the order of their colours
 * @param marked whether each point gets a mark
 */
public record Panel(String title, Axis x, Axis y, List<Curve> curves, boolean marked) {
    static final int WIDTH_PIXELS = 1_600;
    private static final int HEIGHT_PIXELS = 560;
    private static final Color INK = new Color(0x222222);
    private static final Color GRID = new Color(0xDDDDDD);
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 28);
    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 24);
    /** Colours of Okabe and Ito, told apart with every common kind of colour blindness. */
    private static final List<Color> COLORS = List.of(new Color(0xD55E00), new Color(0x0072B2), new Color(0x009E73),
            new Color(0xAA4499));
    /** Curves that lie on each other stay visible. */
    private static final List<float[]> DASHES = List.of(new float[]{1f, 0f}, new float[]{18f, 8f}, new float[]{5f, 7f});
    private static final List<Marker> MARKS = List.of(SeriesMarkers.CIRCLE, SeriesMarkers.SQUARE,
            SeriesMarkers.DIAMOND, SeriesMarkers.TRIANGLE_UP);
    private static final float LINE_WIDTH = 3.5f;
    private static final double THOUSAND = 1e3;
    private static final double ROOM = 1.08;
    private static final int TICK_SPACING_PIXELS = 130;

    /**
     * An axis.
     *
     * @param title with the unit
     * @param logarithmic decades; points at 0 or below are left out
     */
    public record Axis(String title, boolean logarithmic) {}

    public Panel {
        curves = List.copyOf(curves);
    }

    XYChart chart() {
        XYChart chart = new XYChart(WIDTH_PIXELS, HEIGHT_PIXELS, Styler.ChartTheme.XChart);
        chart.setTitle(title);
        chart.setXAxisTitle(x.title());
        chart.setYAxisTitle(y.title());
        style(chart.getStyler());
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i).above0(x.logarithmic(), y.logarithmic());
            if (curve.isDrawable()) {
                add(chart, curve, i);
            }
        }
        double most = curves.stream().flatMapToDouble(curve -> Arrays.stream(curve.y())).max().orElse(1);
        if (!y.logarithmic()) {
            chart.getStyler().setYAxisMin(0.0).setYAxisMax(Math.max(most, Double.MIN_NORMAL) * ROOM);
        }
        return chart;
    }

    private void add(XYChart chart, Curve curve, int index) {
        XYSeries series = chart.addSeries(curve.label(), curve.x(), curve.y());
        series.setLineColor(COLORS.get(index % COLORS.size()));
        series.setLineStyle(new BasicStroke(LINE_WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f,
                DASHES.get(index % DASHES.size()), 0f));
        series.setMarker(marked ? MARKS.get(index % MARKS.size()) : SeriesMarkers.NONE);
        series.setMarkerColor(COLORS.get(index % COLORS.size()));
    }

    private void style(XYStyler styler) {
        styler.setLocale(Locale.ROOT);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setChartFontColor(INK);
        styler.setChartTitleFont(TITLE);
        styler.setAxisTitleFont(LABEL);
        styler.setAxisTickLabelsFont(LABEL);
        styler.setAxisTickLabelsColor(INK);
        styler.setLegendFont(LABEL);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setLegendPosition(Styler.LegendPosition.OutsideE);
        styler.setLegendVisible(curves.size() > 1);
        styler.setChartPadding(20);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(GRID);
        styler.setMarkerSize(12);
        styler.setAntiAlias(true);
        styler.setXAxisTickMarkSpacingHint(TICK_SPACING_PIXELS);
        styler.setXAxisLogarithmic(x.logarithmic());
        styler.setYAxisLogarithmic(y.logarithmic());
        styler.setXAxisTickLabelsFormattingFunction(Panel::readable);
        styler.setYAxisTickLabelsFormattingFunction(Panel::readable);
    }

    /** Three digits, and thousands grouped. */
    private static String readable(double value) {
        if (Math.abs(value) >= THOUSAND || value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, "%.3g", value).replaceFirst("(\\.\\d*?)0+$", "$1").replaceFirst("\\.$", "");
    }
}
