package org.graalvisor.analysis.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.graalvisor.analysis.claims.EvaluatedClaim.Outcome;
import org.graalvisor.analysis.data.CellData;
import org.graalvisor.analysis.data.ExcludedCell;
import org.graalvisor.analysis.data.Experiment;
import org.graalvisor.analysis.data.Results;
import org.graalvisor.analysis.data.Series;
import org.graalvisor.analysis.data.Statistic;
import org.graalvisor.analysis.statistics.Bootstrap;
import org.graalvisor.results.HostDescription;
import org.graalvisor.results.Manifest;
import org.graalvisor.results.PlannedCell;
import org.graalvisor.results.ResultsException;
import org.graalvisor.results.RunEnvironment;
import org.graalvisor.results.RunOutcome;
import org.graalvisor.results.RunPlan;
import org.graalvisor.results.RunStore;
import org.graalvisor.results.SourceRevision;
import org.graalvisor.results.UnavailableSystem;
import org.graalvisor.results.Verdict;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(() -> new SplittableRandom(1), 200);
    private static final HostDescription HOST = new HostDescription("cpu", 1, 1, "kernel", OptionalDouble.of(500),
            OptionalDouble.of(2_000));
    private static final Manifest MANIFEST = new Manifest("e", "r",
            new RunPlan("s", "m", Map.of(), Map.of(), Optional.empty(), List.of(),
                    List.of(new UnavailableSystem("nobody", "not installed"))),
            new RunEnvironment(new SourceRevision("c", false), HOST, Map.of()),
            RunOutcome.started(Instant.EPOCH));
    private static final String FORMAT = """
            - id: c
              figure: fig
              sentence: s
              numerator: {experiment: e, metric: m, statistic: median, dimensions: {p: "%s"}, several: %s}
              %s
              comparator: %s
              threshold: %s
              unit: us
              paper: none
            """;

    @Test
    void theMedianDecidesAtTheThresholdItself() {
        assertThat(outcome("a", "refuse", "", "at_most", "2")).isEqualTo(Outcome.REPRODUCED);
        assertThat(outcome("a", "refuse", "", "at_most", "1.9")).isEqualTo(Outcome.NOT_REPRODUCED);
        assertThat(outcome("a", "refuse", "", "at_least", "2")).isEqualTo(Outcome.REPRODUCED);
        assertThat(outcome("a", "refuse", "", "at_least", "2.1")).isEqualTo(Outcome.NOT_REPRODUCED);
    }

    @Test
    void aRatioDividesMedians() {
        String denominator = "denominator: {experiment: e, metric: m, statistic: median, dimensions: {p: b}, several: refuse}";
        assertThat(outcome("a", "refuse", denominator, "at_most", "0.2")).isEqualTo(Outcome.REPRODUCED);
        assertThat(outcome("a", "refuse", denominator, "at_most", "0.19")).isEqualTo(Outcome.NOT_REPRODUCED);
    }

    @Test
    void aMeanOverValuesOfADimensionDecides() {
        // Ratios 100 / 1, 4 / 1 and 25 / 1: geometric mean 21.5, arithmetic 43.
        Results results = results(List.of(cell("a", "x", 100), cell("b", "x", 1), cell("a", "y", 4), cell("b", "y", 1),
                cell("a", "z", 25), cell("b", "z", 1)));
        String over = overQ("x, y, z", "geometric");
        assertThat(evaluate(results, "a", "refuse", over, "at_least", "21.5").outcome()).isEqualTo(Outcome.REPRODUCED);
        assertThat(evaluate(results, "a", "refuse", over, "at_least", "21.6").outcome()).isEqualTo(
                Outcome.NOT_REPRODUCED);
        assertThat(evaluate(results, "a", "refuse", overQ("x, y, z", "arithmetic"), "at_least", "43").outcome())
                .isEqualTo(Outcome.REPRODUCED);
    }

    @Test
    void aMeanWithoutOneOfItsFunctionsIsUndecidedUnlessThePlanLeavesItOut() {
        Results results = results(List.of(cell("a", "x", 8), cell("b", "x", 2)));
        EvaluatedClaim incomplete = evaluate(results, "a", "refuse", overQ("x, y", "geometric"), "at_least", "1");
        assertThat(incomplete.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(incomplete.remark()).contains("no valid data").contains("{p=a, q=y}");

        EvaluatedClaim unavailable = evaluate(results, "a", "refuse", overQ("x, nobody", "geometric"), "at_least", "4");
        assertThat(unavailable.outcome()).isEqualTo(Outcome.REPRODUCED);
        assertThat(unavailable.remark()).isEqualTo("mean of 1 of 2, without nobody (not installed)");

        EvaluatedClaim nothing = evaluate(results, "a", "refuse", overQ("nobody", "geometric"), "at_least", "4");
        assertThat(nothing.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(nothing.remark()).contains("nothing to average").contains("not installed");
    }

    @Test
    void aGeometricMeanOfNothingAboveZeroIsUndecided() {
        Results results = results(List.of(cell("a", "x", 0), cell("b", "x", 2)));
        assertThat(evaluate(results, "a", "refuse", overQ("x", "geometric"), "at_most", "1").remark()).contains(
                "above 0");
        assertThat(evaluate(results, "b", "refuse", overQ("x", "geometric").replace("p: b", "p: a"), "at_most", "1")
                .remark()).contains("above 0");
    }

    @Test
    void whatShouldBeTheSameIsComparedOnBothSidesOfOne() {
        String denominator = "denominator: {experiment: e, metric: m, statistic: median, dimensions: {p: b}, several: refuse}";
        Results results = results(List.of(cell("low", "1", 85), cell("lower", "1", 84), cell("high", "1", 115), cell(
                "higher", "1", 116), cell("b", "1", 100)));
        assertThat(evaluate(results, "low", "refuse", denominator, "within_of_one", "0.1501").outcome()).isEqualTo(
                Outcome.REPRODUCED);
        assertThat(evaluate(results, "high", "refuse", denominator, "within_of_one", "0.1501").outcome()).isEqualTo(
                Outcome.REPRODUCED);
        assertThat(evaluate(results, "lower", "refuse", denominator, "within_of_one", "0.15").outcome()).isEqualTo(
                Outcome.NOT_REPRODUCED);
        assertThat(evaluate(results, "higher", "refuse", denominator, "within_of_one", "0.15").outcome()).isEqualTo(
                Outcome.NOT_REPRODUCED);
    }

    @Test
    void aRunByThePapersRulesDecidesNothing() {
        Results results = new Results(new TreeMap<>(), results(List.of(cell("a", "1", 1))).experiments());
        assertThat(evaluate(results, "a", "refuse", "", "at_most", "2").remark()).isEqualTo("no finished run of e");
    }

    @Test
    void anUndecidedClaimNamesWhyItsCellsWereLeftOut() {
        PlannedCell planned = new PlannedCell("c", Map.of("p", "a", "run", "1"));
        Manifest manifest = new Manifest("e", "r", new RunPlan("s", "m", Map.of(), Map.of(), Optional.empty(), List.of(
                planned), List.of()), MANIFEST.environment(), MANIFEST.outcome());
        Results results = new Results(new TreeMap<>(Map.of("e", new Experiment(manifest, RunStore.Origin.OWN, List.of(),
                List.of(new ExcludedCell("e", "c", "INVALID(output validation failed)")), 0))), new TreeMap<>());
        assertThat(evaluate(results, "a", "refuse", "", "at_most", "2").remark()).endsWith(
                "1 of its cells left out, the first: INVALID(output validation failed)");
    }

    @Test
    void theNinetyNinthOfASeriesNeedsAHundredValues() {
        double[] values = IntStream.rangeClosed(1, 100).asDoubleStream().toArray();
        assertThat(statistic(Statistic.P99_OF_SERIES, values)).containsExactly(99.0);
        assertThat(statistic(Statistic.P99_OF_SERIES, Arrays.copyOf(values, 99))).isEmpty();
        assertThat(statistic(Statistic.MEAN, 1, 2, 6)).containsExactly(3.0);
        assertThat(statistic(Statistic.MAXIMUM, 1, 6, 2)).containsExactly(6.0);
    }

    @Test
    void theMeanResponseIsTakenFromTheHistogramWhereItWasNotStored() {
        Histogram latency = new Histogram(3);
        latency.recordValue(1_000);
        latency.recordValue(3_000);
        CellData cell = new CellData("f", Map.of(), Verdict.valid(), HOST, Map.of(), latency);
        assertThat(cell.metric("mean_response_time_us").orElseThrow().at(0)).hasValueCloseTo(2.0, within(0.01));
        assertThat(new CellData("f", Map.of(), Verdict.valid(), HOST, Map.of("mean_response_time_us", series(5)),
                latency).metric("mean_response_time_us").orElseThrow().at(0)).hasValue(5);
    }

    @Test
    void missingDataLeavesAClaimUndecided() {
        EvaluatedClaim claim = evaluate("nobody", "refuse", "", "at_most", "2");
        assertThat(claim.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(claim.remark()).contains(
                "m (median) of e at {p=nobody}; nobody is not available here: not installed");
        assertThat(claim.measured()).isEmpty();
    }

    @Test
    void severalPointsAreRefusedUnlessTheLargestIsWanted() {
        Results results = results(List.of(cell("x", "1", 5), cell("x", "2", 9)));
        assertThat(evaluate(results, "x", "refuse", "", "at_least", "9").remark()).contains("ambiguous");
        assertThat(evaluate(results, "x", "largest", "", "at_least", "9").outcome()).isEqualTo(Outcome.REPRODUCED);
    }

    @Test
    void aClaimOnDegradedDataSaysSo() {
        CellData degraded = new CellData("d", Map.of("p", "d", "run", "1"), Verdict.degraded("drops"), HOST,
                Map.of("m", series(1)), new Histogram(3));
        assertThat(evaluate(results(List.of(degraded)), "d", "refuse", "", "at_most", "2").remark())
                .isEqualTo("DEGRADED(drops)");
    }

    @Test
    void theFloorIsFaultsAndCallsAtTheirCalibratedCost() {
        CellData cell = new CellData("f", Map.of("isolates", "1"), Verdict.valid(), HOST,
                Map.of("page_faults_per_isolate", series(60), "system_calls_per_isolate", series(30)),
                new Histogram(3));
        // 60 faults at 0.5 us and 30 calls at half of a 2 us pair.
        assertThat(cell.metric("isolate_create_floor_us").orElseThrow().values()).containsEntry(0L, 60.0);
    }

    @Test
    void theFirstRequestOfEachContextIsTakenFromAllRequests() {
        CellData cell = new CellData("f", Map.of(), Verdict.valid(), HOST, Map.of("request_ms", series(9, 1, 1, 4, 2,
                2), "context_allocation_ms", series(7, 3)), new Histogram(3));
        assertThat(cell.metric("first_request_ms").orElseThrow().values().values()).containsExactly(9.0, 4.0);
        assertThat(new Experiment(MANIFEST, RunStore.Origin.OWN, List.of(cell), List.of(), 0).points("first_request_ms",
                Statistic.MEDIAN_OF_REST, Map.of()).getFirst().runs()).containsExactly(4.0);
    }

    @Test
    void warmUpEndsWhereInvocationsStayWithinATenthOfTheFinalSpeed() {
        double[] invocations = {90, 10, 90, 80, 70, 60, 12, 11, 10, 10, 10, 10, 50, 10, 10, 10, 10, 10, 10, 10};
        double[] cpu = IntStream.rangeClosed(1, invocations.length).asDoubleStream().toArray();
        CellData cell = new CellData("f", Map.of(), Verdict.valid(), HOST, Map.of("invocation_ms", series(invocations),
                "cpu_s", series(cpu)), new Histogram(3));
        // From index 7 on invocations take at most 11; the fast one before and the slow one after change nothing.
        assertThat(cell.metric("warm_up_cpu_s").orElseThrow().values()).containsEntry(0L, 8.0);

        CellData few = new CellData("f", Map.of(), Verdict.valid(), HOST, Map.of("invocation_ms", series(9, 8),
                "cpu_s", series(1, 2)), new Histogram(3));
        assertThat(few.metric("warm_up_cpu_s")).isEmpty();
    }

    @Test
    void everyShippedClaimIsUndecidedWithoutResults() {
        List<EvaluatedClaim> claims = Claims.shipped(BOOTSTRAP).evaluate(new Results(new TreeMap<>(), new TreeMap<>()));
        assertThat(claims).hasSize(53).allSatisfy(claim -> {
            assertThat(claim.outcome()).isEqualTo(Outcome.UNDECIDED);
            assertThat(claim.remark()).startsWith("no finished run of ");
        });
        assertThat(claims).extracting(claim -> claim.claim().id()).doesNotHaveDuplicates();
    }

    @Test
    void anUnknownKeyOrValueInAClaimIsAnError() {
        assertThatThrownBy(() -> read(FORMAT.formatted("a", "refuse", "", "at_most", "1") + "  threshhold: 3\n"))
                .isInstanceOf(ResultsException.class).hasMessageContaining("threshhold").hasMessageContaining(
                        "test.yaml");
        assertThatThrownBy(() -> read(FORMAT.formatted("a", "refuse", "", "below", "1")))
                .isInstanceOf(ResultsException.class).hasMessageContaining("below");
        assertThatThrownBy(() -> read(FORMAT.formatted("a", "refuse",
                "over: {dimension: q, values: [x], mean: geometric}", "at_most", "1"))).isInstanceOf(
                        ResultsException.class).hasMessageContaining("needs a denominator");
        assertThatThrownBy(() -> read(FORMAT.formatted("a", "refuse", overQ("", "geometric"), "at_most", "1")))
                .isInstanceOf(ResultsException.class).hasMessageContaining("no mean over nothing");
        assertThatThrownBy(() -> read("- id: c\n")).isInstanceOf(ResultsException.class);
    }

    private static List<Double> statistic(Statistic statistic, double... values) {
        CellData cell = new CellData("f", Map.of(), Verdict.valid(), HOST, Map.of("m", series(values)), new Histogram(
                3));
        return new Experiment(MANIFEST, RunStore.Origin.OWN, List.of(cell), List.of(), 0).points("m", statistic, Map
                .of())
                .stream().flatMap(point -> point.runs().stream()).toList();
    }

    private static String overQ(String values, String mean) {
        return "denominator: {experiment: e, metric: m, statistic: median, dimensions: {p: b}, several: refuse}\n"
                + "  over: {dimension: q, values: [" + values + "], mean: " + mean + "}";
    }

    private static Outcome outcome(String point, String several, String denominator, String comparator,
            String threshold) {
        return evaluate(point, several, denominator, comparator, threshold).outcome();
    }

    private static EvaluatedClaim evaluate(String point, String several, String denominator, String comparator,
            String threshold) {
        Results results = results(List.of(cell("a", "1", 1), cell("a", "1", 2), cell("a", "1", 30), cell("b", "1",
                10)));
        return evaluate(results, point, several, denominator, comparator, threshold);
    }

    private static EvaluatedClaim evaluate(Results results, String point, String several, String denominator,
            String comparator,
            String threshold) {
        return read(FORMAT.formatted(point, several, denominator, comparator, threshold)).evaluate(results).getFirst();
    }

    private static Claims read(String yaml) {
        return Claims.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "test.yaml", BOOTSTRAP);
    }

    private static CellData cell(String point, String other, double value) {
        return new CellData("cell", Map.of("p", point, "q", other, "run", Double.toString(value)), Verdict.valid(),
                HOST,
                Map.of("m", series(value)), new Histogram(3));
    }

    private static Series series(double... values) {
        TreeMap<Long, Double> series = new TreeMap<>();
        for (double value : values) {
            series.put((long) series.size(), value);
        }
        return new Series("us", series);
    }

    private static Results results(List<CellData> cells) {
        return new Results(new TreeMap<>(Map.of("e", new Experiment(MANIFEST, RunStore.Origin.OWN, cells, List.of(),
                0))), new TreeMap<>());
    }
}
