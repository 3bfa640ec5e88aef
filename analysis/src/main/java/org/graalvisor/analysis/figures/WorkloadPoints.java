package org.graalvisor.analysis.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.graalvisor.analysis.data.Dimensions;
import org.graalvisor.analysis.data.Experiment;
import org.graalvisor.analysis.data.Point;
import org.graalvisor.analysis.data.Statistic;

/**
 * One function on all systems, a point of each: at the concurrency that Graalvisor and OpenWhisk have in common, at its own where
 * there is none.
 *
 * @param workload name of the function
 * @param points Graalvisor first, OpenWhisk second, others by name
 * @param comparable whether Graalvisor and OpenWhisk may be compared: at the same concurrency, or by the paper's rules, which
 *        give each its own
 */
record WorkloadPoints(String workload, List<Point> points, boolean comparable) {
    static final String GRAALVISOR = "graalvisor-native";
    private static final String PLATFORM = "platform";

    /** Which concurrency is shown when several were measured. */
    enum Concurrency {
        /** For throughput. */
        LARGEST,
        /** For latency. */
        SMALLEST
    }

    WorkloadPoints {
        points = List.copyOf(points);
    }

    /**
     * Functions of the experiment's plan, by language and name; those without any data have no points.
     *
     * @param metric what is compared
     * @param wanted which concurrency
     */
    static List<WorkloadPoints> of(Experiment experiment, String metric, Concurrency wanted) {
        TreeSet<String> workloads = new TreeSet<>(Comparator.comparing(Language::ofWorkload).thenComparing(Comparator
                .naturalOrder()));
        experiment.manifest().plan().cells().forEach(cell -> workloads.add(cell.dimensions().getOrDefault("workload",
                "")));
        return workloads.stream().map(workload -> of(experiment, experiment.points(metric, Statistic.MEDIAN, Map.of(
                "workload", workload)), workload, wanted)).toList();
    }

    private static WorkloadPoints of(Experiment experiment, List<Point> all, String workload, Concurrency wanted) {
        String openWhisk = Language.ofWorkload(workload).openWhisk();
        TreeSet<Double> common = concurrencies(all, GRAALVISOR);
        common.retainAll(concurrencies(all, openWhisk));
        List<String> platforms = all.stream().map(point -> point.dimension(PLATFORM)).distinct().filter(
                platform -> !platform.equals(Fig7.CEILING)).sorted(Comparator.comparing((String platform) -> !platform
                        .equals(GRAALVISOR)).thenComparing(platform -> !platform.equals(openWhisk)).thenComparing(
                                Comparator.naturalOrder())).toList();
        List<Point> chosen = new ArrayList<>();
        for (String platform : platforms) {
            TreeSet<Double> own = concurrencies(all, platform);
            TreeSet<Double> shared = new TreeSet<>(own);
            shared.retainAll(common);
            double concurrency = best(shared.isEmpty() ? own : shared, wanted);
            all.stream().filter(point -> point.dimension(PLATFORM).equals(platform) && concurrency(
                    point) == concurrency).findFirst().ifPresent(chosen::add);
        }
        return new WorkloadPoints(workload, chosen, !common.isEmpty() || experiment.underPaperRules());
    }

    Optional<Point> graalvisor() {
        return of(GRAALVISOR);
    }

    Optional<Point> openWhisk() {
        return of(language().openWhisk());
    }

    Language language() {
        return Language.ofWorkload(workload);
    }

    /** What keeps Graalvisor and OpenWhisk from being compared; empty when nothing does. */
    Optional<String> obstacle() {
        if (graalvisor().isEmpty() || openWhisk().isEmpty()) {
            return Optional.of("no valid data of " + (graalvisor().isEmpty() ? GRAALVISOR : language().openWhisk()));
        }
        if (!comparable) {
            return Optional.of("not measured at the same concurrency");
        }
        boolean positive = List.of(graalvisor(), openWhisk()).stream().flatMap(point -> point.orElseThrow().runs()
                .stream()).allMatch(value -> value > 0);
        return positive ? Optional.empty() : Optional.of("a value is not above 0");
    }

    private Optional<Point> of(String platform) {
        return points.stream().filter(point -> point.dimension(PLATFORM).equals(platform)).findFirst();
    }

    private static TreeSet<Double> concurrencies(List<Point> points, String platform) {
        TreeSet<Double> concurrencies = new TreeSet<>();
        points.stream().filter(point -> point.dimension(PLATFORM).equals(platform)).forEach(point -> concurrencies.add(
                concurrency(point)));
        return concurrencies;
    }

    private static double concurrency(Point point) {
        return Dimensions.number(point.dimensions(), "concurrency").orElse(0);
    }

    private static double best(TreeSet<Double> concurrencies, Concurrency wanted) {
        return wanted == Concurrency.LARGEST ? concurrencies.last() : concurrencies.first();
    }
}
