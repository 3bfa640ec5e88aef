package org.graalvisor.analysis.claims;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.graalvisor.analysis.data.ExcludedCell;
import org.graalvisor.analysis.data.Experiment;
import org.graalvisor.analysis.data.Point;
import org.graalvisor.analysis.data.Results;
import org.graalvisor.analysis.data.Statistic;
import org.graalvisor.analysis.statistics.Samples;
import org.graalvisor.results.UnavailableSystem;

/**
 * Picks one point from the results.
 *
 * @param experiment name of the experiment
 * @param metric name of the metric
 * @param statistic how a cell becomes a number
 * @param dimensions values of dimensions the point must have
 * @param several what to do when several points have these dimensions
 */
public record Selector(@JsonProperty(required = true) String experiment, @JsonProperty(required = true) String metric,
        @JsonProperty(required = true) Statistic statistic,
        @JsonProperty(required = true) Map<String, String> dimensions,
        @JsonProperty(required = true) Several several) {

    /** What to do when several points have the wanted dimensions. */
    public enum Several {
        /** The claim cannot be decided. */
        REFUSE,
        /** Take the point with the largest median, for example the concurrency of highest throughput. */
        LARGEST
    }

    public Selector {
        dimensions = Map.copyOf(dimensions);
    }

    /**
     * The point.
     *
     * @throws UndecidableException when there is no such point, or several
     */
    Point find(Results results) throws UndecidableException {
        Experiment run = results.experiment(experiment)
                .orElseThrow(() -> new UndecidableException("no finished run of " + experiment));
        List<Point> points = run.points(metric, statistic, dimensions);
        if (points.isEmpty()) {
            throw new UndecidableException("no valid data: " + this + unavailability(run) + exclusions(run));
        }
        if (points.size() > 1 && several == Several.REFUSE) {
            throw new UndecidableException("ambiguous: " + this + " matches " + points.stream().map(Point::dimensions)
                    .toList());
        }
        return points.stream().max(Comparator.comparingDouble(point -> Samples.median(point.values()))).orElseThrow();
    }

    /** The same with one more wanted dimension. */
    Selector with(String dimension, String value) {
        Map<String, String> more = new TreeMap<>(dimensions);
        more.put(dimension, value);
        return new Selector(experiment, metric, statistic, more, several);
    }

    /** Why the run's plan leaves out a system or function of that name; empty when it does not, or when there is no run. */
    Optional<String> unavailability(Results results, String name) {
        return results.experiment(experiment).stream()
                .flatMap(run -> run.manifest().plan().unavailableSystems().stream())
                .filter(system -> system.name().equals(name)).map(UnavailableSystem::reason).findFirst();
    }

    private String unavailability(Experiment run) {
        return run.manifest().plan().unavailableSystems().stream()
                .filter(system -> dimensions.containsValue(system.name()))
                .map(system -> "; " + system.name() + " is not available here: " + system.reason())
                .collect(Collectors.joining());
    }

    private String exclusions(Experiment run) {
        List<ExcludedCell> excluded = run.excluded().stream().filter(cell -> run.manifest().cell(cell.cell()).stream()
                .anyMatch(plan -> plan.dimensions().entrySet().containsAll(dimensions.entrySet()))).toList();
        return excluded.isEmpty()
                ? ""
                : "; " + excluded.size() + " of its cells left out, the first: " + excluded.getFirst().reason();
    }

    /** As printed: {@code isolate_create_us (median) of fig3 at {isolates=1}}. */
    @Override
    public String toString() {
        return metric + " (" + statistic.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ") of " + experiment
                + " at " + new TreeMap<>(dimensions);
    }
}
