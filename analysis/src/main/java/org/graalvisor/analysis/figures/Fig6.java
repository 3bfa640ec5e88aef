package org.graalvisor.analysis.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.graalvisor.analysis.data.Experiment;
import org.graalvisor.analysis.statistics.Bootstrap;

/** Fig 6: operations per second and gigabyte of memory, function by function. */
final class Fig6 {
    static final String EXPERIMENT = "fig6";
    private static final Against.Paper PAPER = new Against.Paper(PaperRatios::efficiency, PaperRatios::efficiency,
            mean -> OptionalDouble.empty());
    private static final Against.Paper NO_PAPER = new Against.Paper(workload -> OptionalDouble.empty(), (language,
            mean) -> OptionalDouble.empty(), mean -> OptionalDouble.empty());

    private final Experiment experiment;
    private final Bootstrap bootstrap;

    Fig6(Experiment experiment, Bootstrap bootstrap) {
        this.experiment = experiment;
        this.bootstrap = bootstrap;
    }

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (String kind : List.of("pss", "rss")) {
            figures.add(efficiency(kind));
            figures.add(ratios(kind));
        }
        figures.add(parts());
        return figures;
    }

    /** Efficiency is one divided by the other, so this tells which of them a ratio comes from. */
    private Figure parts() {
        List<Reading> readings = new ArrayList<>();
        List<BarGroup> groups = new ArrayList<>();
        groups.addAll(part("throughput_ops_per_s", "throughput", readings));
        groups.addAll(part("mean_pss_bytes", "memory (PSS)", readings));
        String title = "Fig 6: throughput and memory of Graalvisor over OpenWhisk";
        return new Figure("fig6-parts", EXPERIMENT, title, Caption.of(
                "Graalvisor divided by OpenWhisk: right of 1 it does more per second, or takes more memory. The first "
                        + "divided by the second is the efficiency.",
                experiment, readings), GroupedBarChart.drawAny(title, "ratio", "", "", OptionalDouble.of(
                        1), groups), Reading.table(readings));
    }

    private List<BarGroup> part(String metric, String words, List<Reading> readings) {
        return against(metric).ratios(words, NO_PAPER, false, readings).stream().map(group -> new BarGroup(group
                .heading() + ", " + words, group.bars())).toList();
    }

    private Figure efficiency(String kind) {
        String name = kind.toUpperCase(Locale.ROOT);
        List<Reading> readings = new ArrayList<>();
        List<BarGroup> groups = against("ops_per_s_per_gb_" + kind).bars("ops/s/GB of " + name, "ops/s/GB", 1, Map.of(),
                readings);
        String title = "Fig 6: operations per second and GB (" + name + ")";
        return new Figure("fig6-efficiency-" + kind, EXPERIMENT, title, Caption.of(
                "Throughput of the measured phase divided by mean " + name + " of the system's processes; 1 GB is 10^9 "
                        + "bytes. OpenWhisk has as many processes as callers, Graalvisor one" + (experiment
                                .underPaperRules() ? "." : ", on the same cores.")
                        + memory(kind),
                experiment, readings), GroupedBarChart.drawAny(title, "operations per second and GB",
                        "ops/s/GB", "", OptionalDouble.empty(), groups), Reading.table(readings));
    }

    private Figure ratios(String kind) {
        String name = kind.toUpperCase(Locale.ROOT);
        List<Reading> readings = new ArrayList<>();
        Against against = against("ops_per_s_per_gb_" + kind);
        // The paper measured RSS; beside PSS its numbers are still what the reader wants to see.
        List<BarGroup> groups = against.ratios("ops/s/GB of " + name, PAPER, false, readings);
        String title = "Fig 6: efficiency of Graalvisor over OpenWhisk (" + name + ")";
        return new Figure("fig6-ratio-" + kind, EXPERIMENT, title, Caption.of(
                "Operations per second and GB of " + name
                        + ", Graalvisor divided by OpenWhisk; right of 1 Graalvisor is "
                        + "ahead. Diamonds: the paper (RSS; its two sides were not run alike, and it has no Java thumbnail)."
                        + against.notCompared(),
                experiment, readings), GroupedBarChart.drawAny(title, "ratio", "", "", OptionalDouble.of(
                        1), groups), Reading.table(readings));
    }

    private Against against(String metric) {
        return new Against(experiment, bootstrap, WorkloadPoints.of(experiment, metric,
                WorkloadPoints.Concurrency.LARGEST));
    }

    private static String memory(String kind) {
        return kind.equals("pss")
                ? " PSS counts pages shared between processes once."
                : " RSS counts pages shared between processes in each; the paper's basis.";
    }
}
