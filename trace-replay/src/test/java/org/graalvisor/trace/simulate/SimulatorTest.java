package org.graalvisor.trace.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.graalvisor.trace.Progress;
import org.graalvisor.trace.TraceException;
import org.graalvisor.trace.Traces;
import org.graalvisor.trace.generate.GeneratorParameters;
import org.graalvisor.trace.generate.TraceGenerator;
import org.graalvisor.trace.manage.ManagerOptions;
import org.graalvisor.trace.manage.Policies;
import org.graalvisor.trace.model.AzureTrace;
import org.graalvisor.trace.model.MinuteWindow;
import org.graalvisor.trace.schedule.ArrivalModel;
import org.graalvisor.trace.schedule.MinuteStream;
import org.graalvisor.trace.schedule.Schedule;
import org.graalvisor.trace.schedule.ScheduleOptions;
import org.graalvisor.trace.schedule.Scheduler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorTest {
    private static final long MB = 1 << 20;
    private static final int[] SIXTY_A_MINUTE = {60, 60};
    private static final CostModel COSTS = new CostModel(400_000, 100_000, 0, 50 * MB, MB, 0, 1, "test");

    @TempDir
    Path folder;

    /** One arrival a second that takes 2.4 s: by Little's law 2.4 run at a time, in 2.4 × 101 MB and one base. */
    @Test
    void constantLoadHasItsAnalyticMeans() {
        SimulationResult result = simulate("graalvisor", timer(2_300), COSTS, ManagerOptions.paper(1L << 40));

        assertThat(result.counts().completed()).isEqualTo(120);
        assertThat(result.counts().instancesStarted()).isEqualTo(1);
        // Of 120, the first waits 0.4 s for the start.
        assertThat(result.responseTimes().meanUs().orElseThrow()).isCloseTo(2_400_000 + 400_000 / 120.0, within(1.0));
        double[] steady = result.samples().stream().skip(10).mapToDouble(NodeSample::residentBytes).toArray();
        assertThat(Arrays.stream(steady).average().orElseThrow() / MB).isBetween(50 + 2 * 101.0, 50 + 3 * 101.0);
        assertThat(result.mean(NodeSample::inFlight)).isCloseTo(2.4, within(.6));
        assertThat(result.samples()).hasSize(120);
    }

    @Test
    void openWhiskNeedsAnInstanceForEachConcurrentInvocation() {
        SimulationResult result = simulate("openwhisk", timer(2_300), COSTS, ManagerOptions.paper(1L << 40));
        // Three run at a time, and during the start of the first three a fourth is needed.
        assertThat(result.counts().instancesStarted()).isBetween(3L, 4L);
        assertThat(result.maximum(NodeSample::instances)).isLessThanOrEqualTo(4);
    }

    @Test
    void retainedMemoryStaysUntilTheInstanceIsStopped() {
        CostModel keeps = keeping(CostModel.UNTIL_STOPPED, 1);
        ManagerOptions options = ManagerOptions.paper(1L << 40);
        assertThat(lastSample(simulate("openwhisk", timer(100), keeps, options))).isEqualTo(150 * MB);
        assertThat(lastSample(simulate("openwhisk", timer(100), keeping(0, 1), options))).isEqualTo(50 * MB);
    }

    @Test
    void memoryThatIsUsedAgainHoldsGarbageToo() {
        ManagerOptions options = ManagerOptions.paper(1L << 40);
        assertThat(lastSample(simulate("openwhisk", timer(100), keeping(CostModel.UNTIL_STOPPED, 1.5), options)))
                .isEqualTo(200 * MB);
        assertThat(lastSample(simulate("graalvisor", timer(100), keeping(10_000_000, 1.5), options))).isEqualTo(200
                * MB);
    }

    /** One arrival a second: an isolate that stays for less is gone before the next one, and before the sample. */
    @Test
    void anIdleIsolateServesTheNextInvocationOfItsFunctionOrEndsInTime() {
        ManagerOptions options = ManagerOptions.paper(1L << 40);
        SimulationResult kept = simulate("graalvisor", timer(100), keeping(10_000_000, 1), options);
        SimulationResult ended = simulate("graalvisor", timer(100), keeping(200_000, 1), options);

        assertThat(kept.samples().stream().skip(2)).allMatch(sample -> sample.residentBytes() == 150 * MB);
        // The instance goes on, since the next invocation comes within its keep-alive.
        assertThat(lastSample(ended)).isEqualTo(50 * MB);
        assertThat(ended.counts().instancesStarted()).isEqualTo(1);
    }

    private static CostModel keeping(long retainedUs, double reuseFactor) {
        return new CostModel(0, 0, 0, 50 * MB, 0, retainedUs, reuseFactor, "test");
    }

    @Test
    void touchingMoreThanTheDurationAllowsMakesAnInvocationLonger() {
        CostModel slowPages = new CostModel(0, 1_000, 2_000, 0, 0, 0, 1, "test");
        ManagerOptions options = ManagerOptions.paper(1L << 40);
        // 100 MB at 2 ms each.
        assertThat(simulate("graalvisor", timer(150), slowPages, options).responseTimes().meanUs().orElseThrow())
                .isCloseTo(201_000, within(1.0));
        assertThat(simulate("graalvisor", timer(300), slowPages, options).responseTimes().meanUs().orElseThrow())
                .isCloseTo(301_000, within(1.0));
    }

    @Property(tries = 30)
    void everyInvocationIsAccountedForAndTheSameSeedGivesTheSameResult(@ForAll long seed,
            @ForAll @IntRange(min = 0, max = 2) int policyIndex, @ForAll @IntRange(min = 1, max = 64) int capGb) {
        AzureTrace trace = TraceGenerator.generate(GeneratorParameters.published(40, seed), Progress.unheard());
        ScheduleOptions options = ScheduleOptions.paper(new MinuteWindow(600, 601), seed).scaled(.1, 1, 1);
        String policy = Policies.names().get(policyIndex);
        ManagerOptions node = ManagerOptions.paper((long) capGb << 30);

        SimulationResult streamed = Simulator.run(new MinuteStream(trace, options, Progress.unheard()),
                Policies.named(policy, 2L << 30), node, COSTS, () -> false);
        SimulationResult scheduled = simulate(policy, Scheduler.schedule(trace, options), COSTS, node);

        assertThat(streamed.counts()).isEqualTo(scheduled.counts());
        assertThat(streamed.samples()).isEqualTo(scheduled.samples());
        assertThat(streamed.responseTimes().histogram()).isEqualTo(scheduled.responseTimes().histogram());
        assertThat(streamed.counts().arrived()).isEqualTo(streamed.counts().completed() + streamed.counts().ignored());
        assertThat(streamed.maximum(NodeSample::accountedBytes)).isLessThanOrEqualTo((double) ((long) capGb << 30));
    }

    @Test
    void aCapSmallerThanAFunctionIgnoresItAndStartsNothing() {
        for (String policy : Policies.names()) {
            SimulationResult result = simulate(policy, timer(100), COSTS, ManagerOptions.paper(90 * MB));
            assertThat(result.counts().ignored()).as(policy).isEqualTo(120);
            assertThat(result.counts().instancesStarted()).isZero();
            assertThat(result.maximum(NodeSample::residentBytes)).isZero();
            assertThat(result.responseTimes().percentileUs(50)).isEmpty();
        }
    }

    @Test
    void aSimulationCanBeStopped() {
        Schedule schedule = Scheduler.schedule(new Traces().function("o", "f", 1, 1, 70_000).build(),
                ScheduleOptions.paper(new MinuteWindow(1, 1), 1));
        assertThatThrownBy(() -> Simulator.run(schedule.cursor(), Policies.named("graalvisor", 1), ManagerOptions.paper(
                1L << 40), COSTS, () -> true)).isInstanceOf(TraceException.class).hasMessageContaining("was stopped");
    }

    @Property(tries = 60)
    void eventsComeInOrderOfTime(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3000) int size,
            @ForAll @IntRange(min = 8, max = 40) int bits) {
        SplittableRandom random = new SplittableRandom(seed);
        EventQueue queue = new EventQueue();
        long[] times = random.longs(size, 0, 1L << bits).toArray();
        for (int i = 0; i < size; i++) {
            queue.add(times[i], i);
        }
        Arrays.sort(times);
        for (long time : times) {
            assertThat(queue.nextUs()).isEqualTo(time);
            queue.remove();
        }
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.nextUs()).isEqualTo(Long.MAX_VALUE);
    }

    /** As in a simulation: events make further ones, soon or late, and arrivals come in between. */
    @Property(tries = 60)
    void eventsAddedLaterTakeTheirPlace(@ForAll long seed, @ForAll @IntRange(min = 1, max = 27) int bits) {
        SplittableRandom random = new SplittableRandom(seed);
        EventQueue queue = new EventQueue();
        PriorityQueue<List<Long>> expected = new PriorityQueue<>(Comparator.comparing((List<Long> e) -> e.get(0))
                .thenComparing(e -> e.get(1)));
        long nowUs = 0;
        for (int i = 0; i < 2_000; i++) {
            if (expected.isEmpty() || random.nextInt(5) < 3) {
                long atUs = nowUs + random.nextLong(1L << random.nextInt(1, bits + 1));
                queue.add(atUs, i);
                expected.add(List.of(atUs, (long) i));
            } else {
                List<Long> next = expected.remove();
                nowUs = next.get(0);
                assertThat(queue.nextUs()).isEqualTo(nowUs);
                assertThat(queue.remove()).isEqualTo(next.get(1).intValue());
            }
        }
    }

    @Test
    void tooManyThingsAtATimeAreRefused() {
        assertThatThrownBy(() -> new EventQueue().add(0, 1 << 22)).isInstanceOf(TraceException.class)
                .hasMessageContaining("lower the rate");
    }

    @Test
    void thePaperViewIsThePercentileOfSecondMeans() {
        ResponseTimes times = new ResponseTimes();
        for (int second = 0; second < 100; second++) {
            times.add(second * 1_000_000L, 1000);
            times.add(second * 1_000_000L + 5, second == 99 ? 9000 : 3000);
        }
        assertThat(times.percentileOfSecondMeansUs(50)).hasValue(2000);
        assertThat(times.percentileOfSecondMeansUs(100)).hasValue(5000);
        assertThat(times.percentileUs(99)).as("needs a thousand requests").isEmpty();
        assertThat(times.percentileUs(50).orElseThrow()).isCloseTo(1000, within(1.0));
        assertThat(times.shareWithin(3010)).isEqualTo(.995);
        assertThat(new ResponseTimes().meanUs()).isEmpty();
    }

    @Test
    void costsMeasuredInThisCheckoutHaveTheirPlaceBelowItsRoot() {
        assertThat(CostModels.measuredHere()).contains(Path.of(System.getProperty("graalvisor.root"), "results",
                "runs", "cost-models.json"));
    }

    @Test
    void costModelsAreSavedWithTheirProvenanceAndBadOnesNameTheLine() throws IOException {
        Path file = folder.resolve("costs.json");
        CostModels.published().write(file);
        assertThat(CostModels.read(file)).isEqualTo(CostModels.published());
        assertThat(CostModels.published().of("graalvisor").provenance()).contains("paper");
        assertThatThrownBy(() -> CostModels.published().of("knative")).hasMessageContaining("there are for graalvisor");
        Files.writeString(file, Files.readString(file).replaceFirst("coldStartUs", "coldStart"));
        assertThatThrownBy(() -> CostModels.read(file)).isInstanceOf(TraceException.class)
                .hasMessageContaining("costs.json:").hasMessageContaining("coldStart");
        Files.writeString(file, Files.readString(file).replaceFirst("coldStart", "coldStartUs").replace("262000",
                "-1"));
        assertThatThrownBy(() -> CostModels.read(file)).hasMessageContaining("no cost may be below 0");
    }

    private static double lastSample(SimulationResult result) {
        return result.samples().getLast().residentBytes();
    }

    private static Schedule timer(double averageMs) {
        return Scheduler.schedule(new Traces().function("o", "f", averageMs, 100, SIXTY_A_MINUTE).build(),
                ScheduleOptions.paper(new MinuteWindow(1, 2), 1).withArrivals(ArrivalModel.EQUIDISTANT));
    }

    private static SimulationResult simulate(String policy, Schedule schedule, CostModel costs,
            ManagerOptions options) {
        return Simulator.run(schedule.cursor(), Policies.named(policy, 2L << 30), options, costs, () -> false);
    }
}
