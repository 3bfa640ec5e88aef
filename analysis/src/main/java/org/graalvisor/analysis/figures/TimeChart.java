package org.graalvisor.analysis.figures;

import java.util.Comparator;
import java.util.List;
import org.graalvisor.analysis.tables.Numbers;
import org.knowm.xchart.XYChart;

/** Quantities over time on linear axes from 0, each curve and its mean named at its right end. */
final class TimeChart {
    private static final double LABEL_HEIGHT_PIXELS = 38;
    private static final int LABEL_GAP_PIXELS = 18;
    private static final double ROOM_ABOVE = 1.08;

    private TimeChart() {}

    /**
     * @param curves at least one
     */
    static XYChart draw(String title, String valueAxisTitle, String unit, List<TimeCurve> curves) {
        double last = curves.stream().mapToDouble(curve -> curve.values().lastKey()).max().orElse(0);
        double end = Math.max(1, last);
        double most = curves.stream().flatMap(curve -> curve.values().values().stream()).mapToDouble(
                Double::doubleValue).max().orElse(0);
        double labelPixels = LABEL_GAP_PIXELS + curves.stream().mapToDouble(curve -> TextLabel.widthPixels(label(curve,
                unit), Style.STRONG_LABEL)).max().orElse(0);
        Plot plot = Plot.draw(title, new Plot.Axis("seconds since the beginning of the schedule", 0, end
                / (1 - labelPixels / Plot.DATA_WIDTH_PIXELS), false), new Plot.Axis(valueAxisTitle, 0, (most > 0
                        ? most
                        : 1) * ROOM_ABOVE, false));
        for (int i = 0; i < curves.size(); i++) {
            TimeCurve curve = curves.get(i);
            plot.addCurve(curve.name(), curve.values().keySet().stream().mapToDouble(Long::doubleValue).toArray(),
                    curve.values().values().stream().mapToDouble(Double::doubleValue).toArray(), LineStyle.at(i));
            plot.addCurve(curve.name() + ", mean", new double[]{0, end}, new double[]{curve.mean(), curve.mean()},
                    LineStyle.at(i).ofMean());
        }
        addLabels(plot, curves, unit, end);
        return plot.chart();
    }

    private static void addLabels(Plot plot, List<TimeCurve> curves, String unit, double end) {
        List<TimeCurve> ascending = curves.stream().sorted(Comparator.comparingDouble(TimeCurve::mean)).toList();
        double gap = plot.vertical().high() * LABEL_HEIGHT_PIXELS / Plot.PLOT_HEIGHT_PIXELS;
        double[] heights = LogScale.spread(ascending.stream().mapToDouble(TimeCurve::mean).toArray(), gap);
        for (int i = 0; i < heights.length; i++) {
            TimeCurve curve = ascending.get(i);
            plot.addLabel(label(curve, unit), end, heights[i], LABEL_GAP_PIXELS, LineStyle.at(curves.indexOf(curve))
                    .color());
        }
    }

    private static String label(TimeCurve curve, String unit) {
        return curve.name() + ", mean " + Numbers.readable(curve.mean()) + " " + unit + (curve.degraded() ? " *" : "");
    }
}
