package org.graalvisor.analysis.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.graalvisor.analysis.data.Experiment;
import org.graalvisor.analysis.data.Point;
import org.graalvisor.analysis.data.Series;
import org.graalvisor.analysis.data.Statistic;
import org.graalvisor.analysis.statistics.Bootstrap;
import org.graalvisor.analysis.statistics.RatioSamples;

/** Fig 9: memory and active instances while a trace segment is replayed under each policy. */
final class Fig9 {
    static final String EXPERIMENT = "fig9";
    private static final double MB_PER_BYTE = 1e-6;
    private static final List<String> COUNTS = List.of("arrived", "completed", "failed", "ignored", "unfinished",
            "cold_starts", "instances_started");
    private static final Map<String, String> SIMULATED = new TreeMap<>(Map.of("simulated_mean_memory_bytes",
            "mean_pss_bytes", "simulated_mean_active_instances", "mean_active_instances",
            "simulated_mean_response_time_ms", "mean_response_time_ms", "simulated_cold_starts", "cold_starts"));

    private final Experiment experiment;
    private final Policies policies;
    private final Bootstrap bootstrap;

    Fig9(Experiment experiment, Bootstrap bootstrap) {
        this.experiment = experiment;
        this.policies = new Policies(experiment);
        this.bootstrap = bootstrap;
    }

    List<Figure> figures() {
        return List.of(overTime("rss", "replay_rss_bytes", "Fig 9: memory of all instances (RSS)", "MB", MB_PER_BYTE,
                "Resident memory of all instances of a policy, sampled every second; the same schedule for each. Mean in "
                        + "the paper (10 minutes, 16 GB): 11394 MB OpenWhisk, 2252 Photons, 1990 Graalvisor."),
                overTime("pss", "replay_pss_bytes", "Fig 9: memory of all instances (PSS)", "MB", MB_PER_BYTE,
                        "The same with pages that instances share counted once."),
                overTime("accounted", "node_memory_bytes", "Fig 9: memory counted against the cap", "MB", MB_PER_BYTE,
                        "What the resource manager counts against the node's cap."),
                overTime("instances", "active_instances", "Fig 9: active instances", "instances", 1,
                        "Instances with at least one invocation. Mean in the paper: 52.3 OpenWhisk, 45.5 Photons, 41.7 "
                                + "Graalvisor."),
                ratios(), counts(), simulation());
    }

    private Figure overTime(String id, String metric, String title, String unit, double scale, String drawn) {
        List<TimeCurve> curves = new ArrayList<>();
        List<Reading> readings = new ArrayList<>();
        for (String policy : policies.names()) {
            Optional<Series> series = policies.firstRun(policy, metric);
            Optional<Point> mean = policies.point(policy, metric, Statistic.MEAN);
            if (series.isPresent() && mean.isPresent()) {
                Reading reading = Reading.of("mean", unit, scale, mean.get(), bootstrap, OptionalDouble.empty());
                readings.add(reading);
                policies.point(policy, metric, Statistic.MAXIMUM).ifPresent(most -> readings.add(Reading.of("maximum",
                        unit, scale, most, bootstrap, OptionalDouble.empty())));
                SortedMap<Long, Double> values = new TreeMap<>();
                series.get().values().forEach((second, value) -> values.put(second, value * scale));
                curves.add(new TimeCurve(policy, values, reading.estimate().value(), reading.degraded()));
            }
        }
        return new Figure("fig9-" + id, EXPERIMENT, title, Caption.of(drawn
                + " The first run is drawn; dashed: means over all runs.", experiment, readings), curves.isEmpty()
                        ? Optional.empty()
                        : Optional.of(TimeChart.draw(title, unit, unit, curves)), Reading.table(readings));
    }

    private Figure ratios() {
        List<Reading> readings = new ArrayList<>();
        List<BarGroup> groups = new ArrayList<>();
        addRatios("mean memory, RSS", "mean_rss_bytes", PaperTrace::meanRssMb, groups, readings);
        addRatios("mean memory, PSS", "mean_pss_bytes", policy -> OptionalDouble.empty(), groups, readings);
        addRatios("mean active instances", "mean_active_instances", PaperTrace::activeInstances, groups, readings);
        addRatios("cold starts", "cold_starts", policy -> OptionalDouble.empty(), groups, readings);
        String title = "Fig 9: how many times Graalvisor's";
        return new Figure("fig9-ratio", EXPERIMENT, title, Caption.of(
                "Each policy's number divided by Graalvisor's; right "
                        + "of 1 Graalvisor needs less. Diamonds: the paper (Graalvisor takes 82.5 % less memory than OpenWhisk, "
                        + "11.6 % less than Photons).", experiment, readings), GroupedBarChart.drawAny(title,
                                "ratio", "", "", OptionalDouble.of(1), groups), Reading.table(readings));
    }

    private void addRatios(String heading, String metric, Function<String, OptionalDouble> paper,
            List<BarGroup> groups, List<Reading> readings) {
        Optional<Point> graalvisor = policies.point(PaperTrace.GRAALVISOR, metric, Statistic.MEDIAN);
        List<BarRow> rows = new ArrayList<>();
        for (String policy : policies.names()) {
            Optional<Point> other = policies.point(policy, metric, Statistic.MEDIAN);
            if (!policy.equals(PaperTrace.GRAALVISOR) && graalvisor.isPresent() && other.isPresent()) {
                ratio(heading, other.get(), graalvisor.get(), PaperTrace.ratioToGraalvisor(paper.apply(policy), paper
                        .apply(PaperTrace.GRAALVISOR))).ifPresent(reading -> {
                            readings.add(reading);
                            rows.add(BarRow.of(policy, policies.names().indexOf(policy), reading));
                        });
            }
        }
        if (!rows.isEmpty()) {
            groups.add(new BarGroup(heading, rows));
        }
    }

    /** Empty where a value is not above 0, for which neither a ratio nor a logarithmic axis has a place. */
    private Optional<Reading> ratio(String quantity, Point numerator, Point denominator, OptionalDouble paper) {
        boolean positive = numerator.runs().stream().allMatch(value -> value > 0) && denominator.runs().stream()
                .allMatch(value -> value > 0);
        return positive
                ? Optional.of(new Reading(quantity, "ratio", new Point(numerator.dimensions(), List.of(), numerator
                        .verdict().and(denominator.verdict())), bootstrap.ratioOfMedians(new RatioSamples(numerator
                                .runs(), denominator.runs())), paper))
                : Optional.empty();
    }

    /** What became of all invocations; a table, because most of these are compared by no eye. */
    private Figure counts() {
        List<Reading> readings = new ArrayList<>();
        for (String policy : policies.names()) {
            for (String count : COUNTS) {
                policies.point(policy, count, Statistic.MEDIAN).ifPresent(point -> readings.add(Reading.of(count
                        .replace(
                                '_', ' '), "count", 1, point, bootstrap, OptionalDouble.empty())));
            }
            policies.point(policy, "mean_rss_bytes", Statistic.MEDIAN).ifPresent(point -> readings.add(Reading.of(
                    "mean RSS", "MB", MB_PER_BYTE, point, bootstrap, PaperTrace.meanRssMb(policy))));
            policies.point(policy, "mean_pss_bytes", Statistic.MEDIAN).ifPresent(point -> readings.add(Reading.of(
                    "mean PSS", "MB", MB_PER_BYTE, point, bootstrap, OptionalDouble.empty())));
            policies.point(policy, "mean_active_instances", Statistic.MEDIAN).ifPresent(point -> readings.add(Reading
                    .of(
                            "mean active instances", "count", 1, point, bootstrap, PaperTrace.activeInstances(
                                    policy))));
        }
        return new Figure("fig9-counts", EXPERIMENT, "Fig 9: invocations and instances", Caption.of(
                "Ignored: arrivals that "
                        + "did not fit below the node's memory cap, as in the paper.", experiment, readings), Optional
                                .empty(),
                Reading.table(readings));
    }

    private Figure simulation() {
        List<Reading> readings = new ArrayList<>();
        List<BarGroup> groups = new ArrayList<>();
        SIMULATED.forEach((simulated, replayed) -> {
            List<BarRow> rows = new ArrayList<>();
            for (String policy : policies.names()) {
                Optional<Point> numerator = policies.point(policy, simulated, Statistic.MEDIAN);
                Optional<Point> denominator = policies.point(policy, replayed, Statistic.MEDIAN);
                if (numerator.isPresent() && denominator.isPresent()) {
                    ratio(replayed, numerator.get(), denominator.get(), OptionalDouble.empty()).ifPresent(reading -> {
                        readings.add(reading);
                        rows.add(BarRow.of(policy, policies.names().indexOf(policy), reading));
                    });
                }
            }
            if (!rows.isEmpty()) {
                groups.add(new BarGroup(replayed.replace('_', ' '), rows));
            }
        });
        String title = "Fig 9: the same schedule simulated, divided by replayed";
        return new Figure("fig9-simulation", EXPERIMENT, title, Caption.of(
                "1 means that the simulator, which uses the same "
                        + "policies and resource manager on a virtual clock with measured costs, agrees with the replay. Memory "
                        + "is compared with PSS.", experiment, readings), GroupedBarChart.drawAny(title,
                                "ratio", "",
                                "", OptionalDouble.of(1), groups), Reading.table(readings));
    }
}
