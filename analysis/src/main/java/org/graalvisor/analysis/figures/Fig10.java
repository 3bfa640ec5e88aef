package org.graalvisor.analysis.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import org.graalvisor.analysis.data.CellData;
import org.graalvisor.analysis.data.Experiment;
import org.graalvisor.analysis.figures.CdfCurve.CdfPoint;
import org.graalvisor.analysis.statistics.Bootstrap;
import org.graalvisor.analysis.statistics.Percentile;
import org.graalvisor.analysis.statistics.Samples;
import org.graalvisor.analysis.tables.Numbers;

/**
 * Fig 10: end-to-end latency while a trace segment is replayed. Twice: per request, and as in the paper per second, which hides
 * that a second's mean is made of very different requests.
 */
final class Fig10 {
    /** Fig 10 shows the run of Fig 9. */
    private static final String EXPERIMENT = Fig9.EXPERIMENT;
    private static final List<Double> NAMED = List.of(50.0, 90.0, 99.0, 99.9);
    private static final double MS_PER_NS = 1e-6;
    /** Fewer seconds have none that lies above their 99th percentile. */
    private static final double SECONDS_ABOVE = 1;

    private final Experiment experiment;
    private final Policies policies;
    private final Bootstrap bootstrap;

    Fig10(Experiment experiment, Bootstrap bootstrap) {
        this.experiment = experiment;
        this.policies = new Policies(experiment);
        this.bootstrap = bootstrap;
    }

    List<Figure> figures() {
        return List.of(figure("fig10-requests", "Fig 10: latency of a request", "requests",
                "From the moment the schedule wanted a request sent to its reply, completed requests only; a percentile is "
                        + "shown where at least ten requests lie above it.",
                new View("request", Fig10::ofRequests, false)), figure("fig10-seconds",
                        "Fig 10, the paper's view: mean latency per second", "seconds",
                        "Distribution of the mean latency of the requests of each second, which is what the paper shows. "
                                + "The 99th percentile of these means in the paper: 14002 ms OpenWhisk, 8037 Photons, 4501 "
                                + "Graalvisor; at their median OpenWhisk is ahead, 28.5 against 64.3 ms.",
                        new View("second mean", Fig10::ofSeconds, true)));
    }

    /**
     * One of both views.
     *
     * @param name of what is counted
     * @param percentileMs of a cell, where there are enough samples
     * @param paper whether the paper's numbers are of this view
     */
    private record View(String name, BiFunction<CellData, Double, OptionalDouble> percentileMs, boolean paper) {}

    private Figure figure(String id, String title, String counted, String drawn, View view) {
        List<CdfCurve> curves = new ArrayList<>();
        List<Reading> readings = new ArrayList<>();
        for (String policy : policies.names()) {
            List<Reading> named = readings(policy, view);
            readings.addAll(named);
            curves.add(curve(policy, view, named));
        }
        boolean any = curves.stream().anyMatch(curve -> !curve.points().isEmpty());
        return new Figure(id, EXPERIMENT, title, Caption.of(drawn, experiment, readings), any
                ? Optional.of(CdfChart.draw(title, "milliseconds (log scale)", "share of " + counted, curves))
                : Optional.empty(), Reading.table(readings));
    }

    private List<Reading> readings(String policy, View view) {
        List<Reading> readings = new ArrayList<>();
        for (double percent : NAMED) {
            policies.point(policy, cell -> view.percentileMs().apply(cell, percent)).ifPresent(point -> readings.add(
                    Reading.of(view.name() + " p" + Numbers.exact(percent), "ms", 1, point, bootstrap, view.paper()
                            ? PaperTrace.percentileOfSecondsMs(policy, percent)
                            : OptionalDouble.empty())));
        }
        return readings;
    }

    private CdfCurve curve(String policy, View view, List<Reading> named) {
        List<CdfPoint> points = new ArrayList<>();
        for (double percent : percents()) {
            policies.point(policy, cell -> view.percentileMs().apply(cell, percent)).ifPresent(point -> points.add(
                    new CdfPoint(Samples.median(point.values()), percent / 100, Optional.empty())));
        }
        StringBuilder label = new StringBuilder(policy);
        named.stream().filter(reading -> !reading.quantity().endsWith("p90")).forEach(reading -> label.append(", ")
                .append(
                        reading.quantity().substring(reading.quantity().lastIndexOf(' ') + 1)).append(' ').append(
                                Numbers
                                        .readable(reading.estimate().value())).append(" ms"));
        return new CdfCurve(label.toString(), false, named.stream().anyMatch(Reading::degraded), points);
    }

    private static List<Double> percents() {
        List<Double> percents = new ArrayList<>();
        for (int percent = 1; percent < 99; percent++) {
            percents.add((double) percent);
        }
        for (int tenths = 990; tenths < 1_000; tenths++) {
            percents.add(tenths / 10.0);
        }
        for (int hundredths = 9_991; hundredths < 10_000; hundredths++) {
            percents.add(hundredths / 100.0);
        }
        return percents;
    }

    private static OptionalDouble ofRequests(CellData cell, double percent) {
        OptionalDouble ns = new Percentile(percent).of(cell.latency());
        return ns.isPresent() ? OptionalDouble.of(ns.getAsDouble() * MS_PER_NS) : ns;
    }

    private static OptionalDouble ofSeconds(CellData cell, double percent) {
        return cell.metric("second_mean_response_ms").map(series -> series.ascending()).filter(means -> means.length
                * (100 - percent) / 100 >= SECONDS_ABOVE - 1e-9).map(means -> OptionalDouble.of(Samples.nearestRank(
                        percent, means))).orElse(OptionalDouble.empty());
    }
}
