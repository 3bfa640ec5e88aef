package org.graalvisor.analysis.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.graalvisor.analysis.data.Experiment;
import org.graalvisor.analysis.data.Point;
import org.graalvisor.analysis.statistics.Bootstrap;
import org.graalvisor.analysis.statistics.Mean;
import org.graalvisor.analysis.statistics.RatioSamples;
import org.graalvisor.results.Verdict;

/**
 * Graalvisor against OpenWhisk, function by function.
 *
 * @param experiment where the points come from
 * @param bootstrap for the intervals
 * @param workloads functions of the plan
 */
record Against(Experiment experiment, Bootstrap bootstrap, List<WorkloadPoints> workloads) {

    /**
     * What the paper says about the same ratios.
     *
     * @param ofWorkload by name of the function
     * @param ofLanguage mean over the functions of a language
     * @param overall mean over all functions
     */
    record Paper(Function<String, OptionalDouble> ofWorkload,
            BiFunction<Language, Mean, OptionalDouble> ofLanguage,
            Function<Mean, OptionalDouble> overall) {}

    Against {
        workloads = List.copyOf(workloads);
    }

    /** A bar for each system that ran a function. */
    List<BarGroup> bars(String quantity, String unit, double scale, Map<Point, OptionalDouble> upper,
            List<Reading> readings) {
        List<BarGroup> groups = new ArrayList<>();
        for (WorkloadPoints workload : workloads) {
            List<BarRow> rows = new ArrayList<>();
            for (Point point : workload.points()) {
                Reading reading = Reading.of(quantity, unit, scale, point, bootstrap, OptionalDouble.empty());
                readings.add(reading);
                if (reading.estimate().value() > 0) {
                    rows.add(new BarRow(label(point), color(workload, point), reading.estimate(), reading.degraded(),
                            OptionalDouble.empty(), upper.getOrDefault(point, OptionalDouble.empty())));
                }
            }
            if (!rows.isEmpty()) {
                groups.add(new BarGroup(workload.workload() + " (" + workload.language().words() + ")", rows));
            }
        }
        return groups;
    }

    /**
     * Ratios Graalvisor / OpenWhisk with their means by language.
     *
     * @param quantity of the ratios
     * @param overall whether means over all languages are wanted too
     */
    List<BarGroup> ratios(String quantity, Paper paper, boolean overall, List<Reading> readings) {
        List<BarGroup> groups = new ArrayList<>();
        for (Language language : Language.values()) {
            List<WorkloadPoints> compared = compared().stream().filter(workload -> workload.language() == language)
                    .toList();
            List<BarRow> rows = new ArrayList<>();
            for (WorkloadPoints workload : compared) {
                Reading ratio = reading(quantity, List.of(workload), Mean.ARITHMETIC, dimensions(workload), paper
                        .ofWorkload().apply(workload.workload()));
                readings.add(ratio);
                rows.add(BarRow.of(workload.workload(), 0, ratio));
            }
            if (!compared.isEmpty()) {
                rows.addAll(means(quantity, compared, language.words(), mean -> paper.ofLanguage().apply(language,
                        mean), readings));
                groups.add(new BarGroup(language.words(), rows));
            }
        }
        if (overall && !groups.isEmpty()) {
            groups.add(new BarGroup("All languages", means(quantity, compared(), "all", paper.overall(), readings)));
        }
        return groups;
    }

    /** Functions of the plan that are not compared, with the reason; an empty text when there are none. */
    String notCompared() {
        StringJoiner sentence = new StringJoiner(", ", " Not compared: ", ".");
        sentence.setEmptyValue("");
        workloads.forEach(workload -> workload.obstacle().ifPresent(reason -> sentence.add(workload.workload() + " ("
                + reason + ")")));
        return sentence.toString();
    }

    private List<WorkloadPoints> compared() {
        return workloads.stream().filter(workload -> workload.obstacle().isEmpty()).toList();
    }

    private List<BarRow> means(String quantity, List<WorkloadPoints> compared, String language,
            Function<Mean, OptionalDouble> paper, List<Reading> readings) {
        List<BarRow> rows = new ArrayList<>();
        for (Mean mean : List.of(Mean.GEOMETRIC, Mean.ARITHMETIC)) {
            String label = mean.words() + " mean of " + compared.size();
            Reading reading = reading(quantity + ", " + label, compared, mean, Map.of("language", language), paper
                    .apply(
                            mean));
            readings.add(reading);
            rows.add(BarRow.of(label, 1, reading));
        }
        return rows;
    }

    private Reading reading(String quantity, List<WorkloadPoints> compared, Mean mean, Map<String, String> dimensions,
            OptionalDouble paper) {
        List<RatioSamples> ratios = new ArrayList<>();
        Verdict verdict = Verdict.valid();
        for (WorkloadPoints workload : compared) {
            Point ours = workload.graalvisor().orElseThrow();
            Point theirs = workload.openWhisk().orElseThrow();
            ratios.add(new RatioSamples(ours.runs(), theirs.runs()));
            verdict = verdict.and(ours.verdict()).and(theirs.verdict());
        }
        return new Reading(quantity, "ratio", new Point(dimensions, List.of(), verdict), bootstrap.meanOfRatios(ratios,
                mean), paper);
    }

    private static Map<String, String> dimensions(WorkloadPoints workload) {
        Point ours = workload.graalvisor().orElseThrow();
        Point theirs = workload.openWhisk().orElseThrow();
        Map<String, String> dimensions = new TreeMap<>();
        dimensions.put("workload", workload.workload());
        dimensions.put("language", workload.language().words());
        dimensions.put("against", theirs.dimension("platform"));
        String concurrency = ours.dimension("concurrency");
        dimensions.put("concurrency", concurrency.equals(theirs.dimension("concurrency"))
                ? concurrency
                : concurrency
                        + " against " + theirs.dimension("concurrency"));
        return dimensions;
    }

    private static String label(Point point) {
        String concurrency = point.dimension("concurrency");
        return point.dimension("platform") + (concurrency.isEmpty()
                ? ""
                : concurrency.equals("1") ? ", 1 caller" : ", " + concurrency + " callers");
    }

    private static int color(WorkloadPoints workload, Point point) {
        if (workload.graalvisor().filter(point::equals).isPresent()) {
            return 0;
        }
        return workload.openWhisk().filter(point::equals).isPresent() ? 1 : 2;
    }
}
