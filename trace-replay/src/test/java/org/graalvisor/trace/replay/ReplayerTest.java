package org.graalvisor.trace.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.graalvisor.results.InvocationRecord;
import org.graalvisor.results.Outcome;
import org.graalvisor.results.StartKind;
import org.graalvisor.results.Verdict;
import org.graalvisor.trace.Progress;
import org.graalvisor.trace.TraceException;
import org.graalvisor.trace.Traces;
import org.graalvisor.trace.generate.GeneratorParameters;
import org.graalvisor.trace.generate.TraceGenerator;
import org.graalvisor.trace.manage.ManagerOptions;
import org.graalvisor.trace.manage.Policies;
import org.graalvisor.trace.model.MinuteWindow;
import org.graalvisor.trace.schedule.ArrivalModel;
import org.graalvisor.trace.schedule.Schedule;
import org.graalvisor.trace.schedule.ScheduleOptions;
import org.graalvisor.trace.schedule.Scheduler;
import org.graalvisor.trace.simulate.CostModel;
import org.graalvisor.trace.simulate.SimulationResult;
import org.graalvisor.trace.simulate.Simulator;
import org.junit.jupiter.api.Test;

class ReplayerTest {
    private static final CostModel NULL_PLATFORM = new CostModel(0, 0, 0, 0, 0, 0, 1, "answers at once");
    private static final CostModel COSTS = new CostModel(300_000, 1_000, 200, 0, 0, 0, 1, "test");
    private static final ManagerOptions NODE = ManagerOptions.paper(8L << 30);
    private static final MinuteWindow ONE_MINUTE = new MinuteWindow(1, 1);

    @Test
    void theNullPlatformAnswersAfterExactlyTheDuration() {
        ReplayResult result = replay(constant(), "graalvisor", NULL_PLATFORM);

        assertThat(result.verdict()).isEqualTo(Verdict.valid());
        assertThat(result.records()).hasSize(60).allSatisfy(row -> {
            assertThat(row.sendLagNs().getAsLong()).isZero();
            assertThat(row.responseTimeNs()).hasValue(100_000_000);
            assertThat(row.execTimeUs()).hasValue(100_000);
            assertThat(row.outcome()).isEqualTo(Outcome.COMPLETED);
        });
        assertThat(result.records().getFirst().startKind()).isEqualTo(StartKind.COLD);
        assertThat(result.records().subList(1, 60)).extracting(InvocationRecord::startKind).containsOnly(
                StartKind.WARM);
        assertThat(result.samples()).as("one a second, both ends included").hasSize(61);
        assertThat(result.samples().get(30).elapsedNs()).isEqualTo(TimeUnit.SECONDS.toNanos(30));
    }

    @Property(tries = 15)
    void theSameSeedGivesTheSameRecordsToTheByte(@ForAll long seed, @ForAll @IntRange(min = 0, max = 2) int policy) {
        String name = Policies.names().get(policy);
        ReplayResult once = faulty(generated(seed), name, seed, .05).result();
        ReplayResult again = faulty(generated(seed), name, seed, .05).result();
        assertThat(again.records().toString()).isEqualTo(once.records().toString());
        assertThat(again).isEqualTo(once);
    }

    /** Two programs that drive the same manager have to come to the same result. */
    @Property(tries = 15)
    void replayingInVirtualTimeAndSimulatingAgree(@ForAll long seed, @ForAll @IntRange(min = 0, max = 2) int policy,
            @ForAll @IntRange(min = 1, max = 16) int capGb) {
        Schedule schedule = generated(seed);
        ManagerOptions node = ManagerOptions.paper((long) capGb << 30);
        String name = Policies.names().get(policy);
        VirtualLoop loop = new VirtualLoop(0);
        ReplayResult replayed = Replayer.run(surroundings(loop, new ImitatedDriver(loop, COSTS), () -> false), schedule,
                Policies.named(name, 2L << 30), node, new ReplayOptions(TimeUnit.SECONDS.toNanos(1), Long.MAX_VALUE / 4,
                        Long.MAX_VALUE / 4, Long.MAX_VALUE / 4, 1));
        SimulationResult simulated = Simulator.run(schedule.cursor(), Policies.named(name, 2L << 30), node, COSTS,
                () -> false);

        assertThat(replayed.counts().completed()).isEqualTo(simulated.counts().completed());
        assertThat(replayed.counts().ignored()).isEqualTo(simulated.counts().ignored());
        assertThat(replayed.counts().instancesStarted()).isEqualTo(simulated.counts().instancesStarted());
        assertThat(replayed.counts().coldInvocations()).isEqualTo(simulated.counts().coldInvocations());
        // Samples fall on the same instants as events, which the two order differently.
        assertThat(Agreement.of(replayed, schedule.lengthUs() * 1000, simulated)).filteredOn(
                agreement -> !agreement.measure().startsWith("mean active")).allSatisfy(
                        agreement -> assertThat(agreement.relativeDifference()).as(agreement.toString())
                                .isLessThan(.001));
    }

    @Property(tries = 60)
    void whateverFailsNothingIsLostAndEverythingStartedIsEnded(@ForAll long seed,
            @ForAll @IntRange(min = 0, max = 2) int policy, @ForAll Fault fault,
            @ForAll @DoubleRange(min = .01, max = .5) double probability) {
        VirtualLoop loop = new VirtualLoop(0);
        ImitatedDriver works = new ImitatedDriver(loop, COSTS);
        FaultPlan plan = new FaultPlan(seed, Map.of(fault, probability), TimeUnit.SECONDS.toNanos(5));
        Schedule schedule = generated(seed);
        ReplayResult result = Replayer.run(
                surroundings(loop, new FaultyDriver(loop, works, plan), () -> false), schedule,
                Policies.named(Policies.names().get(policy), 2L << 30), NODE, ReplayOptions.DEFAULT);

        assertConserved(result, schedule.size());
        assertThat(works.running()).isZero();
        if (fault != Fault.HANGING_START) {
            assertThat(result.verdict().level()).isNotEqualTo(Verdict.Level.INVALID);
        }
    }

    @Property(tries = 20)
    void allFaultsTogetherLoseNothingEither(@ForAll long seed, @ForAll @IntRange(min = 0, max = 2) int policy,
            @ForAll @DoubleRange(min = .01, max = .3) double probability) {
        FaultyRun run = faulty(generated(seed), Policies.names().get(policy), seed, probability);
        assertConserved(run.result(), generated(seed).size());
        assertThat(run.running()).isZero();
    }

    @Test
    void crashesFailTheInvocationAndWrongOutputsToo() {
        for (Fault fault : List.of(Fault.CRASH_BEFORE_REPLY, Fault.WRONG_OUTPUT, Fault.HANG, Fault.DISK_FULL)) {
            VirtualLoop loop = new VirtualLoop(0);
            FaultPlan always = new FaultPlan(1, Map.of(fault, 1.0), 0);
            ReplayResult result = Replayer.run(surroundings(loop, new FaultyDriver(loop, new ImitatedDriver(loop,
                    COSTS), always), () -> false), constant(), Policies.named("graalvisor", 2L << 30), NODE,
                    ReplayOptions.DEFAULT);
            assertThat(result.counts().failed()).as(fault.name()).isEqualTo(60);
            assertThat(result.records()).extracting(InvocationRecord::outcome).containsOnly(Outcome.FAILED);
        }
    }

    @Test
    void aCrashAfterTheReplyCostsNoInvocationButAnInstance() {
        VirtualLoop loop = new VirtualLoop(0);
        FaultPlan always = new FaultPlan(1, Map.of(Fault.CRASH_AFTER_REPLY, 1.0), 0);
        ReplayResult result = Replayer.run(surroundings(loop, new FaultyDriver(loop, new ImitatedDriver(loop, COSTS),
                always), () -> false), constant(), Policies.named("openwhisk", 1), NODE, ReplayOptions.DEFAULT);
        assertThat(result.counts().completed()).isEqualTo(60);
        assertThat(result.counts().instancesFailed()).isEqualTo(60);
    }

    @Test
    void aStoppedReplayDropsWhatWasNotSentAndSaysSo() {
        VirtualLoop loop = new VirtualLoop(0);
        ImitatedDriver driver = new ImitatedDriver(loop, COSTS);
        ReplayResult result = Replayer.run(
                surroundings(loop, driver, () -> loop.nowNs() > TimeUnit.SECONDS.toNanos(30)), constant(),
                Policies.named("photons", 2L << 30), NODE, ReplayOptions.DEFAULT);
        assertConserved(result, 60);
        assertThat(result.verdict().toString()).startsWith("INVALID(stopped ");
        assertThat(result.records().stream().filter(row -> row.outcome() == Outcome.DROPPED).count())
                .isBetween(25L, 35L);
        assertThat(driver.running()).isZero();
    }

    @Test
    void theHookEndsAReplayWhenMemoryRunsOut() {
        VirtualLoop loop = new VirtualLoop(0);
        ImitatedDriver driver = new ImitatedDriver(loop, COSTS);
        SamplingHook outOfMemory = sample -> sample.elapsedNs() < TimeUnit.SECONDS.toNanos(10)
                ? Optional.empty()
                : Optional.of("12 MB of memory left on this machine");
        ReplayResult result = Replayer.run(
                new Replayer.Surroundings(loop, driver, outOfMemory, Runnable::run, () -> false), constant(),
                Policies.named("graalvisor", 2L << 30), NODE, ReplayOptions.DEFAULT);
        assertThat(result.verdict().toString()).isEqualTo("INVALID(12 MB of memory left on this machine)");
        assertConserved(result, 60);
        assertThat(driver.running()).isZero();
    }

    @Test
    void anInstanceThatDoesNotConfirmItsEndMakesTheRunInvalid() {
        VirtualLoop loop = new VirtualLoop(0);
        InstanceDriver stubborn = request -> new ImitatedDriver(loop, COSTS).start(request)
                .thenApply(StubbornInstance::new);
        ReplayResult result = Replayer.run(surroundings(loop, stubborn, () -> false), constant(),
                Policies.named("graalvisor", 2L << 30), NODE, ReplayOptions.DEFAULT);
        assertThat(result.verdict().toString()).isEqualTo("INVALID(1 instances did not confirm their end)");
    }

    @Test
    void aDriverThatThrowsHasFailedToStart() {
        VirtualLoop loop = new VirtualLoop(0);
        InstanceDriver broken = request -> {
            throw new IllegalStateException("no such program");
        };
        ReplayResult result = Replayer.run(surroundings(loop, broken, () -> false), constant(),
                Policies.named("openwhisk", 1), NODE, ReplayOptions.DEFAULT);
        assertThat(result.counts().failed()).isEqualTo(60);
        assertThat(result.verdict()).isEqualTo(Verdict.valid());
    }

    @Test
    void inRealTimeNothingIsSentBeforeItsTimeAndRepliesComeFromOtherThreads() {
        Schedule schedule = Scheduler.schedule(new Traces().function("o", "f", 5, 1, 600).build(),
                ScheduleOptions.paper(ONE_MINUTE, 1));
        long beginNs = System.nanoTime();
        ReplayResult result = Replayer.run(surroundings(new RealLoop(), new ThreadedDriver(),
                () -> System.nanoTime() - beginNs > TimeUnit.SECONDS.toNanos(2)), schedule,
                Policies.named("graalvisor", 2L << 30), NODE, ReplayOptions.DEFAULT);
        assertConserved(result, 600);
        List<InvocationRecord> sent = result.records().stream().filter(row -> row.sentNs().isPresent()).toList();
        assertThat(sent).isNotEmpty().allSatisfy(row -> assertThat(row.sendLagNs().getAsLong())
                .isGreaterThanOrEqualTo(0));
        assertThat(result.counts().completed()).isPositive();
        assertThat(result.verdict().toString()).startsWith("INVALID(stopped ");
    }

    @Test
    void aCapSmallerThanOneFunctionIgnoresEverythingAndStartsNothing() {
        for (String policy : Policies.names()) {
            VirtualLoop loop = new VirtualLoop(0);
            ImitatedDriver driver = new ImitatedDriver(loop, COSTS);
            ReplayResult result = Replayer.run(surroundings(loop, driver, () -> false), constant(), Policies.named(
                    policy, 2L << 30), ManagerOptions.paper(1 << 20), ReplayOptions.DEFAULT);
            assertThat(result.counts().ignored()).as(policy).isEqualTo(60);
            assertThat(result.counts().instancesStarted()).isZero();
            assertConserved(result, 60);
        }
    }

    @Test
    void whatTheScheduleWantsToEndAfterTheDrainIsUnfinishedWithoutFault() {
        ReplayOptions noDrain = new ReplayOptions(TimeUnit.SECONDS.toNanos(1), TimeUnit.SECONDS.toNanos(60),
                TimeUnit.SECONDS
                        .toNanos(1000), 0, TimeUnit.SECONDS.toNanos(30));
        Schedule schedule = Scheduler.schedule(new Traces().function("o", "f", 300_000, 100, 60).build(),
                ScheduleOptions.paper(ONE_MINUTE, 1));
        VirtualLoop loop = new VirtualLoop(0);
        ReplayResult result = Replayer.run(surroundings(loop, new ImitatedDriver(loop, COSTS), () -> false), schedule,
                Policies.named("graalvisor", 16L << 30), NODE, noDrain);
        assertThat(result.counts().inFlight()).isEqualTo(60);
        assertThat(result.verdict()).isEqualTo(Verdict.valid());
        assertConserved(result, 60);
    }

    @Test
    void impossibleOptionsAreRefused() {
        assertThatThrownBy(() -> new ReplayOptions(0, 1, 1, 1, 1)).isInstanceOf(TraceException.class);
        assertThatThrownBy(() -> new FaultPlan(1, Map.of(Fault.HANG, 2.0), 0)).isInstanceOf(TraceException.class);
    }

    private record FaultyRun(ReplayResult result, long running) {}

    private static FaultyRun faulty(Schedule schedule, String policy, long seed, double probability) {
        VirtualLoop loop = new VirtualLoop(0);
        ImitatedDriver works = new ImitatedDriver(loop, COSTS);
        Map<Fault, Double> all = new EnumMap<>(Fault.class);
        for (Fault fault : Fault.values()) {
            all.put(fault, probability);
        }
        FaultPlan plan = new FaultPlan(seed, all, TimeUnit.SECONDS.toNanos(5));
        ReplayResult result = Replayer.run(surroundings(loop, new FaultyDriver(loop, works, plan), () -> false),
                schedule, Policies.named(policy, 2L << 30), NODE.withQueue(5, 1_000_000), ReplayOptions.DEFAULT);
        return new FaultyRun(result, works.running());
    }

    private static void assertConserved(ReplayResult result, int scheduled) {
        assertThat(result.records()).hasSize(scheduled);
        assertThat(result.counts().isConserved()).isTrue();
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        result.records().forEach(row -> outcomes.merge(row.outcome(), 1L, Long::sum));
        long completed = outcomes.getOrDefault(Outcome.COMPLETED, 0L);
        long failed = outcomes.getOrDefault(Outcome.FAILED, 0L);
        long dropped = outcomes.getOrDefault(Outcome.DROPPED, 0L);
        long unfinished = outcomes.getOrDefault(Outcome.UNFINISHED, 0L);
        assertThat(completed).isEqualTo(result.counts().completed());
        assertThat(failed).isEqualTo(result.counts().failed());
        assertThat(unfinished).isEqualTo(result.counts().inFlight() + result.counts().queued());
        assertThat(completed + failed + dropped + unfinished).isEqualTo(scheduled);
    }

    private static ReplayResult replay(Schedule schedule, String policy, CostModel costs) {
        VirtualLoop loop = new VirtualLoop(77);
        return Replayer.run(surroundings(loop, new ImitatedDriver(loop, costs), () -> false), schedule,
                Policies.named(policy, 2L << 30), NODE, ReplayOptions.DEFAULT);
    }

    private static Replayer.Surroundings surroundings(EventLoop loop, InstanceDriver driver, BooleanSupplier stop) {
        return new Replayer.Surroundings(loop, driver, sample -> Optional.empty(), Runnable::run, stop);
    }

    /** One invocation a second, of 100 ms. */
    private static Schedule constant() {
        return Scheduler.schedule(new Traces().function("o", "f", 100, 100, 60).build(),
                ScheduleOptions.paper(ONE_MINUTE, 1).withArrivals(ArrivalModel.EQUIDISTANT));
    }

    private static Schedule generated(long seed) {
        return Scheduler.schedule(TraceGenerator.generate(GeneratorParameters.published(25, seed), Progress.unheard()),
                ScheduleOptions.paper(new MinuteWindow(600, 600), seed).scaled(.05, 1, 1));
    }

    private record StubbornInstance(RunningInstance running) implements RunningInstance {
        @Override
        public CompletionStage<InvocationReply> invoke(InvocationRequest request) {
            return running.invoke(request);
        }

        @Override
        public CompletionStage<Void> died() {
            return running.died();
        }

        @Override
        public CompletionStage<Void> stop() {
            return new CompletableFuture<>();
        }
    }

    /** Completes everything on threads of its own. */
    private static final class ThreadedDriver implements InstanceDriver {
        @Override
        public CompletionStage<RunningInstance> start(InstanceRequest request) {
            CompletableFuture<Void> died = new CompletableFuture<>();
            return CompletableFuture.supplyAsync(() -> new RunningInstance() {
                @Override
                public CompletionStage<InvocationReply> invoke(InvocationRequest invocation) {
                    return CompletableFuture.supplyAsync(() -> new InvocationReply(200, true, OptionalLong.of(1)));
                }

                @Override
                public CompletionStage<Void> died() {
                    return died;
                }

                @Override
                public CompletionStage<Void> stop() {
                    return CompletableFuture.runAsync(() -> {});
                }
            });
        }
    }
}
