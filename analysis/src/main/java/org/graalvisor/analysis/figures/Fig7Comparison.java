package org.graalvisor.analysis.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.graalvisor.analysis.data.Experiment;
import org.graalvisor.analysis.data.Point;
import org.graalvisor.analysis.data.Statistic;
import org.graalvisor.analysis.statistics.Bootstrap;
import org.graalvisor.analysis.statistics.Mean;

/** Fig 7 as the paper has it: mean warm latency of every function, Graalvisor beside OpenWhisk. */
final class Fig7Comparison {
    private static final String MEAN = "mean_response_time_us";
    private static final double US_PER_NS = 1e-3;
    private static final Against.Paper PAPER = new Against.Paper(workload -> OptionalDouble.empty(), (language,
            mean) -> OptionalDouble.empty(), mean -> mean == Mean.ARITHMETIC
                    ? OptionalDouble.of(PaperRatios.LATENCY_ARITHMETIC)
                    : OptionalDouble.empty());

    private final Experiment experiment;
    private final Bootstrap bootstrap;
    private final Against against;

    Fig7Comparison(Experiment experiment, Bootstrap bootstrap) {
        this.experiment = experiment;
        this.bootstrap = bootstrap;
        this.against = new Against(experiment, bootstrap, WorkloadPoints.of(experiment, MEAN,
                WorkloadPoints.Concurrency.SMALLEST));
    }

    List<Figure> figures() {
        return List.of(latency(), ratios());
    }

    private Figure latency() {
        List<Reading> readings = new ArrayList<>();
        Map<Point, OptionalDouble> upper = new HashMap<>();
        List<Reading> percentiles = percentiles(upper);
        List<BarGroup> groups = against.bars("mean", "us", 1, upper, readings);
        String title = "Fig 7: mean warm latency";
        String caption = Caption.of(
                "Mean response time, closed loop, after warm-up; circle: 99th percentile, where there "
                        + "are enough samples for it; medians are in the table.", experiment, readings);
        readings.addAll(percentiles);
        return new Figure("fig7-mean-latency", Fig7.EXPERIMENT, title, caption, GroupedBarChart.drawAny(title,
                "microseconds", "us", "p99", OptionalDouble.empty(), groups), Reading.table(readings));
    }

    private List<Reading> percentiles(Map<Point, OptionalDouble> upper) {
        List<Reading> readings = new ArrayList<>();
        for (WorkloadPoints workload : against.workloads()) {
            for (Point mean : workload.points()) {
                percentile(mean, "p50", Statistic.LATENCY_P50, readings);
                upper.put(mean, percentile(mean, "p99", Statistic.LATENCY_P99, readings));
            }
        }
        return readings;
    }

    private OptionalDouble percentile(Point mean, String name, Statistic statistic, List<Reading> readings) {
        for (Point point : experiment.points("response_time", statistic, mean.dimensions())) {
            if (point.dimensions().equals(mean.dimensions())) {
                Reading reading = Reading.of(name, "us", US_PER_NS, point, bootstrap, OptionalDouble.empty());
                readings.add(reading);
                return OptionalDouble.of(reading.estimate().value());
            }
        }
        return OptionalDouble.empty();
    }

    private Figure ratios() {
        List<Reading> readings = new ArrayList<>();
        List<BarGroup> groups = against.ratios("mean warm latency", PAPER, true, readings);
        String title = "Fig 7: warm latency of Graalvisor over OpenWhisk";
        return new Figure("fig7-ratio", Fig7.EXPERIMENT, title, Caption.of("Mean response time, Graalvisor divided by "
                + "OpenWhisk; left of 1 Graalvisor is faster. Diamond: the paper, 22 % slower on average."
                + against.notCompared(), experiment, readings), GroupedBarChart.drawAny(title, "ratio", "",
                        "", OptionalDouble.of(1), groups), Reading.table(readings));
    }
}
