package org.graalvisor.analysis.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A drawing whose axes are always from 0 to 1, with ticks, grid and marks placed by this project: the library finds no ticks on
 * axes that hold less than a power of ten.
 *
 * @param chart the drawing
 * @param horizontal places values on the axis from left to right
 * @param vertical places values on the axis from bottom to top
 */
record Plot(XYChart chart, Axis horizontal, Axis vertical) {
    static final int HEIGHT_PIXELS = 1_000;
    /** Of the height, what is left for the plot after titles and paddings. */
    static final double PLOT_HEIGHT_PIXELS = 850;
    /** Of the width, the same. */
    static final double PLOT_WIDTH_PIXELS = 1_480;
    /** Left of and below the data, for tick labels. */
    private static final double LEFT_SHARE = 0.085;
    /** Of the width, what is left for curves and the labels behind them. */
    static final double DATA_WIDTH_PIXELS = PLOT_WIDTH_PIXELS * (1 - LEFT_SHARE);
    private static final double BELOW_SHARE = 0.055;
    private static final double TICK_GAP_PIXELS = 14;

    /**
     * One axis.
     *
     * @param title with the unit
     * @param low value at its beginning
     * @param high value at its end
     * @param logarithmic whether equal factors have equal lengths
     */
    record Axis(String title, double low, double high, boolean logarithmic) {

        Axis {
            if (!(low < high) || (logarithmic && !(low > 0))) {
                throw new IllegalArgumentException("An axis cannot go from " + low + " to " + high);
            }
        }

        /** Share of the data's room at a value. */
        double share(double value) {
            return logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
        }

        List<Double> ticks(int most) {
            return logarithmic ? Ticks.logarithmic(low, high) : Ticks.linear(low, high, most);
        }
    }

    static Plot draw(String title, Axis horizontal, Axis vertical) {
        XYChart chart = Style.chart(title, horizontal.title(), vertical.title(), HEIGHT_PIXELS);
        chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.0).setYAxisMax(1.0)
                .setXAxisTicksVisible(false).setYAxisTicksVisible(false).setPlotGridLinesVisible(false);
        Plot plot = new Plot(chart, horizontal, vertical);
        plot.addGrid();
        return plot;
    }

    double x(double value) {
        return LEFT_SHARE + (1 - LEFT_SHARE) * horizontal.share(value);
    }

    double y(double value) {
        return BELOW_SHARE + (1 - BELOW_SHARE) * vertical.share(value);
    }

    /** Adds a curve through points that are given in the axes' values. */
    void addCurve(String name, double[] xs, double[] ys, LineStyle style) {
        addLine(name, mapped(xs, this::x), mapped(ys, this::y), style);
    }

    void addLabel(String text, double atX, double atY, int rightPixels, Color color) {
        chart.addAnnotation(new TextLabel(text, x(atX), y(atY), rightPixels, 0, color, Style.STRONG_LABEL));
    }

    private void addGrid() {
        LineStyle grid = new LineStyle(Palette.GRID, new BasicStroke(1.5f));
        for (double tick : vertical.ticks(8)) {
            addLine("y" + tick, new double[]{LEFT_SHARE, 1}, new double[]{y(tick), y(tick)}, grid);
            String text = Ticks.text(tick);
            chart.addAnnotation(new TextLabel(text, LEFT_SHARE, y(tick), (int) -Math.round(TICK_GAP_PIXELS + TextLabel
                    .widthPixels(text, Style.LABEL)), 0, Palette.INK, Style.LABEL));
        }
        for (double tick : horizontal.ticks(10)) {
            addLine("x" + tick, new double[]{x(tick), x(tick)}, new double[]{BELOW_SHARE, 1}, grid);
            String text = Ticks.text(tick);
            if ((1 - x(tick)) * PLOT_WIDTH_PIXELS < TextLabel.widthPixels(text, Style.LABEL) / 2) {
                continue;
            }
            chart.addAnnotation(new TextLabel(text, x(tick), BELOW_SHARE, (int) -Math.round(TextLabel.widthPixels(text,
                    Style.LABEL) / 2), 26, Palette.INK, Style.LABEL));
        }
    }

    private void addLine(String name, double[] xs, double[] ys, LineStyle style) {
        XYSeries series = chart.addSeries(name, xs, ys);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(style.color());
        series.setLineStyle(style.stroke());
    }

    private static double[] mapped(double[] values, DoubleUnaryOperator place) {
        double[] mapped = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            mapped[i] = place.applyAsDouble(values[i]);
        }
        return mapped;
    }
}
