package org.graalvisor.analysis.figures;

import java.awt.Color;
import java.util.List;
import java.util.stream.DoubleStream;
import org.graalvisor.analysis.figures.LabelPlacer.Place;
import org.graalvisor.analysis.statistics.Estimate;
import org.knowm.xchart.XYChart;

/** Systems by two quantities on logarithmic axes, each named beside its mark. */
final class ScatterChart {
    private ScatterChart() {}

    /**
     * @param points at least one
     */
    static XYChart draw(String title, String xAxisTitle, String yAxisTitle, List<ScatterPoint> points) {
        Plot plot = Plot.draw(title, axis(xAxisTitle, points.stream().map(ScatterPoint::x).toList()), axis(yAxisTitle,
                points.stream().map(ScatterPoint::y).toList()));
        LabelPlacer labels = new LabelPlacer(Plot.PLOT_WIDTH_PIXELS, Plot.PLOT_HEIGHT_PIXELS);
        points.forEach(point -> labels.reserve(x(plot, point), y(plot, point)));
        for (ScatterPoint point : points) {
            double centerX = plot.x(point.x().value());
            double centerY = plot.y(point.y().value());
            Color color = point.paper() ? Palette.PAPER : Palette.series(point.group());
            point.x().interval().filter(ends -> ends.low() > 0).ifPresent(ends -> plot.chart().addAnnotation(Whisker
                    .horizontal(centerY, plot.x(ends.low()), plot.x(ends.high()), color)));
            point.y().interval().filter(ends -> ends.low() > 0).ifPresent(ends -> plot.chart().addAnnotation(Whisker
                    .vertical(centerX, plot.y(ends.low()), plot.y(ends.high()), color)));
            plot.chart().addAnnotation(new PointMark(centerX, centerY, point.paper()
                    ? PointMark.Form.DIAMOND
                    : PointMark.Form.CIRCLE, point.paper() || point.degraded(), color));
            String text = point.label() + (point.degraded() ? " *" : "");
            Place place = labels.place(x(plot, point), y(plot, point), TextLabel.widthPixels(text, Style.LABEL));
            plot.chart().addAnnotation(new TextLabel(text, centerX, centerY, (int) Math.round(place.leftPixels() - x(
                    plot, point)), (int) Math.round(place.middlePixels() - y(plot, point)), color, Style.LABEL));
        }
        return plot.chart();
    }

    private static Plot.Axis axis(String title, List<Estimate> estimates) {
        LogScale scale = LogScale.around(estimates.stream().flatMapToDouble(estimate -> estimate.interval()
                .map(ends -> DoubleStream.of(ends.low(), ends.high(), estimate.value()))
                .orElse(DoubleStream.of(estimate.value()))));
        return new Plot.Axis(title, scale.low(), scale.high(), true);
    }

    private static double x(Plot plot, ScatterPoint point) {
        return plot.x(point.x().value()) * Plot.PLOT_WIDTH_PIXELS;
    }

    private static double y(Plot plot, ScatterPoint point) {
        return (1 - plot.y(point.y().value())) * Plot.PLOT_HEIGHT_PIXELS;
    }
}
