package org.graalvisor.analysis.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.graalvisor.analysis.data.CellData;
import org.graalvisor.analysis.data.Experiment;
import org.graalvisor.analysis.data.Series;
import org.graalvisor.results.HostDescription;
import org.graalvisor.results.Manifest;
import org.graalvisor.results.PlannedCell;
import org.graalvisor.results.RunEnvironment;
import org.graalvisor.results.RunOutcome;
import org.graalvisor.results.RunPlan;
import org.graalvisor.results.RunStore;
import org.graalvisor.results.SourceRevision;
import org.graalvisor.results.Verdict;
import org.junit.jupiter.api.Test;

class WorkloadPointsTest {
    private static final HostDescription HOST = new HostDescription("cpu", 1, 1, "kernel", OptionalDouble.empty(),
            OptionalDouble.empty());

    @Test
    void bothSidesAreTakenAtTheConcurrencyTheyShare() {
        WorkloadPoints points = only(experiment("equal", cell("graalvisor-native", "16", 5), cell("graalvisor-native",
                "8", 4), cell("graalvisor-native", "1", 1), cell("openwhisk-nodejs", "8", 3), cell("openwhisk-nodejs",
                        "1", 2)), WorkloadPoints.Concurrency.LARGEST);
        assertThat(points.points()).extracting(point -> point.dimension("platform") + point.dimension("concurrency"))
                .containsExactly("graalvisor-native8", "openwhisk-nodejs8");
        assertThat(points.obstacle()).isEmpty();
    }

    @Test
    void theSmallestSharedConcurrencyCanBeWanted() {
        WorkloadPoints points = only(experiment("equal", cell("graalvisor-native", "1", 1), cell("graalvisor-native",
                "8", 4), cell("openwhisk-nodejs", "8", 3), cell("openwhisk-nodejs", "1", 2)),
                WorkloadPoints.Concurrency.SMALLEST);
        assertThat(points.graalvisor().orElseThrow().dimension("concurrency")).isEqualTo("1");
        assertThat(points.openWhisk().orElseThrow().dimension("concurrency")).isEqualTo("1");
    }

    @Test
    void unequalConcurrencyIsComparedByThePapersRulesAlone() {
        CellData[] cells = {cell("graalvisor-native", "8", 4), cell("openwhisk-nodejs", "1", 3)};
        assertThat(only(experiment("equal", cells), WorkloadPoints.Concurrency.LARGEST).obstacle()).contains(
                "not measured at the same concurrency");
        assertThat(only(experiment("paper", cells), WorkloadPoints.Concurrency.LARGEST).obstacle()).isEmpty();
    }

    @Test
    void whatCannotBeComparedHasAReason() {
        assertThat(only(experiment("equal", cell("graalvisor-native", "8", 4)), WorkloadPoints.Concurrency.LARGEST)
                .obstacle()).contains("no valid data of openwhisk-nodejs");
        assertThat(only(experiment("equal", cell("graalvisor-native", "8", 0), cell("openwhisk-nodejs", "8", 1)),
                WorkloadPoints.Concurrency.LARGEST).obstacle()).contains("a value is not above 0");
    }

    @Test
    void graalvisorComesFirstAndTheCeilingIsNoCompetitor() {
        WorkloadPoints points = only(experiment("equal", cell("a", "8", 4), cell("nginx", "8", 9), cell(
                "openwhisk-nodejs", "8", 4), cell("graalvisor-native", "8", 4)), WorkloadPoints.Concurrency.LARGEST);
        assertThat(points.points()).extracting(point -> point.dimension("platform")).containsExactly(
                "graalvisor-native", "openwhisk-nodejs", "a");
    }

    private static WorkloadPoints only(Experiment experiment, WorkloadPoints.Concurrency wanted) {
        List<WorkloadPoints> all = WorkloadPoints.of(experiment, "m", wanted);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static Experiment experiment(String method, CellData... cells) {
        List<PlannedCell> planned = List.of(cells).stream().map(cell -> new PlannedCell(cell.id(), cell.dimensions()))
                .toList();
        return new Experiment(new Manifest("e", "r", new RunPlan("s", method, Map.of(), Map.of(), Optional.empty(),
                planned, List.of()), new RunEnvironment(new SourceRevision("c", false), HOST, Map.of()), RunOutcome
                        .started(Instant.EPOCH)), RunStore.Origin.OWN, List.of(cells), List.of(), 0);
    }

    private static CellData cell(String platform, String concurrency, double value) {
        return new CellData(platform + concurrency, Map.of("platform", platform, "workload", "w-js", "concurrency",
                concurrency, "run", "1"), Verdict.valid(), HOST, Map.of("m", new Series("u", new TreeMap<>(Map.of(0L,
                        value)))), new Histogram(3));
    }
}
