package org.graalvisor.analysis.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.graalvisor.analysis.data.CellData;
import org.graalvisor.analysis.data.Experiment;
import org.graalvisor.analysis.data.Point;
import org.graalvisor.analysis.data.Series;
import org.graalvisor.analysis.data.Statistic;

/**
 * The policies of a replayed trace.
 *
 * @param experiment where they were replayed
 */
record Policies(Experiment experiment) {
    private static final String PLATFORM = "platform";
    private static final List<String> ORDER = List.of(PaperTrace.OPENWHISK, PaperTrace.PHOTONS, PaperTrace.GRAALVISOR);

    /** Names of the policies that were replayed, in the paper's order, others behind. */
    List<String> names() {
        List<String> found = experiment.cells().stream().map(cell -> cell.dimensions().getOrDefault(PLATFORM, ""))
                .distinct().sorted().toList();
        List<String> names = new ArrayList<>(ORDER.stream().filter(found::contains).toList());
        found.stream().filter(name -> !ORDER.contains(name)).forEach(names::add);
        return names;
    }

    /** The policy's point of a metric, the first when it was replayed in several ways. */
    Optional<Point> point(String policy, String metric, Statistic statistic) {
        return experiment.points(metric, statistic, Map.of(PLATFORM, policy)).stream().findFirst();
    }

    /** The same for a number that no statistic names. */
    Optional<Point> point(String policy, Function<CellData, OptionalDouble> number) {
        return experiment.points(number, Map.of(PLATFORM, policy)).stream().findFirst();
    }

    /** The policy's first run that has a series of that name. */
    Optional<Series> firstRun(String policy, String metric) {
        return experiment.cells().stream().filter(cell -> cell.dimensions().getOrDefault(PLATFORM, "").equals(policy))
                .map(cell -> cell.metric(metric)).flatMap(Optional::stream).findFirst();
    }
}
