package org.graalvisor.analysis.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.graalvisor.analysis.figures.CdfCurve.CdfPoint;
import org.knowm.xchart.XYChart;

/** Cumulative distributions over a logarithmic axis, named in the free corner at the lower right. */
final class CdfChart {
    private static final double LABEL_HEIGHT_PIXELS = 42;
    private static final int LABEL_GAP_PIXELS = 16;
    /** At least this share of the width is left to the curves. */
    private static final double LEAST_WIDTH_SHARE = 0.45;

    private CdfChart() {}

    /** At least one curve has a point. */
    static XYChart draw(String title, String valueAxisTitle, String shareAxisTitle, List<CdfCurve> curves) {
        List<CdfCurve> drawn = curves.stream().filter(curve -> !curve.points().isEmpty()).toList();
        LogScale values = LogScale.around(drawn.stream().flatMap(curve -> curve.points().stream()).flatMapToDouble(
                point -> point.interval().map(ends -> DoubleStream.of(ends.low(), ends.high(), point.value())).orElse(
                        DoubleStream.of(point.value()))));
        double labelPixels = LineSample.LENGTH_PIXELS + LABEL_GAP_PIXELS * 2 + drawn.stream().mapToDouble(
                curve -> TextLabel.widthPixels(label(curve), Style.STRONG_LABEL)).max().orElse(0);
        double share = Math.max(LEAST_WIDTH_SHARE, 1 - labelPixels / Plot.DATA_WIDTH_PIXELS);
        Plot plot = Plot.draw(title, new Plot.Axis(valueAxisTitle, values.low(), values.at(1 / share), true),
                new Plot.Axis(shareAxisTitle, 0, 1.02, false));
        for (int i = 0; i < drawn.size(); i++) {
            addCurve(plot, drawn.get(i), LineStyle.at(i), values.high());
            double y = (drawn.size() - i) * LABEL_HEIGHT_PIXELS / Plot.PLOT_HEIGHT_PIXELS;
            plot.chart().addAnnotation(new LineSample(plot.x(values.high()), plot.y(y), 0, LineStyle.at(i)));
            plot.addLabel(label(drawn.get(i)), values.high(), y, LineSample.LENGTH_PIXELS + LABEL_GAP_PIXELS, LineStyle
                    .at(i).color());
        }
        return plot.chart();
    }

    private static void addCurve(Plot plot, CdfCurve curve, LineStyle style, double endOfCurves) {
        List<Double> xs = new ArrayList<>();
        List<Double> ys = new ArrayList<>();
        double share = 0;
        for (CdfPoint point : curve.points()) {
            if (curve.steps() || xs.isEmpty()) {
                xs.add(point.value());
                ys.add(share);
            }
            share = point.share();
            xs.add(point.value());
            ys.add(share);
            point.interval().filter(ends -> ends.low() > 0).ifPresent(ends -> plot.chart().addAnnotation(Whisker
                    .horizontal(plot.y(point.share()), plot.x(ends.low()), plot.x(ends.high()), style.color())));
        }
        if (curve.steps()) {
            xs.add(endOfCurves);
            ys.add(share);
        }
        plot.addCurve(curve.label(), array(xs), array(ys), style);
    }

    private static String label(CdfCurve curve) {
        return curve.label() + (curve.degraded() ? " *" : "");
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
