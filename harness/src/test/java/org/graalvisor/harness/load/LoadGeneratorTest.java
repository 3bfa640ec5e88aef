package org.graalvisor.harness.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.graalvisor.harness.experiment.Workbench;
import org.graalvisor.harness.platform.InProcessPlatform;
import org.graalvisor.harness.platform.Invocation;
import org.graalvisor.harness.platform.InvocationReply;
import org.graalvisor.harness.platform.Invoker;
import org.graalvisor.harness.platform.Platform;
import org.graalvisor.harness.platform.ReplyCheck;
import org.graalvisor.harness.platform.StartRequest;
import org.graalvisor.harness.time.Clock;
import org.graalvisor.harness.time.SystemClock;
import org.graalvisor.harness.time.VirtualClock;
import org.graalvisor.results.InvocationRecord;
import org.graalvisor.results.Outcome;
import org.graalvisor.results.Phase;
import org.junit.jupiter.api.Test;

class LoadGeneratorTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final Invocation CALL = new Invocation("f", "{}".getBytes(StandardCharsets.UTF_8));
    private static final OpenLoop.Rules ONE_WORKER = new OpenLoop.Rules(1, 0, Long.MAX_VALUE / 4,
            Duration.ofSeconds(5));

    @Test
    void aStallOfSInTSecondsOfConstantLoadHasAMeanResponseOfSSquaredOver2T() {
        VirtualClock clock = new VirtualClock(5);
        Platform platform = InProcessPlatform.stalling(clock, Duration.ofSeconds(2), Duration.ofSeconds(1));
        LoadResult result = new OpenLoop(clock, new StopSignal()).run(target(platform),
                Schedule.constant(1_000, 10 * SECOND_NS), ONE_WORKER);

        double meanNs = result.records().stream().map(InvocationRecord::responseTimeNs)
                .mapToLong(OptionalLong::getAsLong).average().orElseThrow();
        assertThat(meanNs).isCloseTo(1.0 * 1.0 / (2 * 10) * SECOND_NS, within(0.001 * SECOND_NS));
        assertThat(result.counts()).isEqualTo(new Counts(10_000, 10_000, 0, 0, 0));
        assertThat(result.responseTimes(Phase.MEASURE).getMaxValueAsDouble()).isCloseTo(SECOND_NS,
                within(0.01 * SECOND_NS));
    }

    @Test
    void aFixedDelayIsTheServiceTimeOfEveryInvocation() {
        VirtualClock clock = new VirtualClock(0);
        Platform platform = InProcessPlatform.withFixedDelay(clock, Duration.ofMillis(3));
        LoadResult result = new ClosedLoop(clock, new StopSignal()).run(target(platform), 1,
                new LoadLimit(10, SECOND_NS), new LoadLimit(50, SECOND_NS));

        assertThat(result.records()).hasSize(60).allSatisfy(
                row -> assertThat(row.serviceTimeNs()).hasValue(3_000_000));
        assertThat(result.records().stream().filter(row -> row.phase() == Phase.WARMUP)).hasSize(10);
        assertThat(result.throughputPerSecond(Phase.MEASURE)).isCloseTo(1_000 / 3.0, within(1e-6));
    }

    @Test
    void aClosedLoopEndsAtItsDurationWhenThatComesFirst() {
        VirtualClock clock = new VirtualClock(0);
        LoadResult result = new ClosedLoop(clock, new StopSignal()).run(
                target(InProcessPlatform.withFixedDelay(clock, Duration.ofMillis(10))), 1, new LoadLimit(0, 0),
                new LoadLimit(1_000_000, SECOND_NS));

        assertThat(result.counts().completed()).isEqualTo(100);
    }

    @Property(tries = 20)
    void theSameSeedGivesTheSameScheduleAndRecords(@ForAll long seed,
            @ForAll @IntRange(min = 1, max = 2_000) int rate) {
        assertThat(virtualRun(seed, rate)).isEqualTo(virtualRun(seed, rate));
        assertThat(Schedule.poisson(rate, SECOND_NS, seed).hash())
                .isEqualTo(Schedule.poisson(rate, SECOND_NS, seed).hash());
    }

    private static LoadResult virtualRun(long seed, int rate) {
        VirtualClock clock = new VirtualClock(0);
        Platform platform = InProcessPlatform.withFixedDelay(clock, Duration.ofMillis(2));
        return new OpenLoop(clock, new StopSignal()).run(target(platform), Schedule.poisson(rate, SECOND_NS, seed),
                ONE_WORKER);
    }

    @Property(tries = 30)
    void nothingIsLostHoweverLateSendingIs(@ForAll @LongRange(min = 0, max = 20_000_000) long dropAfterNs,
            @ForAll @IntRange(min = 1, max = 3_000) int rate) {
        VirtualClock clock = new VirtualClock(0);
        Platform platform = InProcessPlatform.withFixedDelay(clock, Duration.ofMillis(1));
        Schedule schedule = Schedule.constant(rate, SECOND_NS);
        LoadResult result = new OpenLoop(clock, new StopSignal()).run(target(platform), schedule,
                new OpenLoop.Rules(1, SECOND_NS / 2, dropAfterNs, Duration.ofSeconds(5)));

        assertThat(result.counts().isConserved()).isTrue();
        assertThat(result.records()).hasSize(schedule.size());
        assertThat(result.records()).allSatisfy(row -> row.sendLagNs()
                .ifPresent(lag -> assertThat(lag).isBetween(0L, dropAfterNs)));
    }

    @Test
    void aCallThatNeverReturnsIsUnfinishedAndItsThreadEnds() {
        CountDownLatch closed = new CountDownLatch(1);
        LoadTarget hanging = new LoadTarget(() -> new HangingInvoker(closed), CALL, ReplyCheck.any());
        LoadResult result = new OpenLoop(new SystemClock(), new StopSignal()).run(hanging,
                Schedule.constant(100, SECOND_NS / 50),
                new OpenLoop.Rules(1, 0, SECOND_NS, Duration.ofMillis(100)));

        assertThat(result.counts()).isEqualTo(new Counts(2, 0, 0, 1, 1));
        assertThat(result.records().getFirst().outcome()).isEqualTo(Outcome.UNFINISHED);
    }

    @Test
    void wrongRepliesAndBrokenConnectionsAreFailures() {
        AtomicInteger calls = new AtomicInteger();
        LoadTarget failing = new LoadTarget(() -> new FailingInvoker(calls), CALL, ReplyCheck.objectContaining(
                "right"));
        LoadResult result = new ClosedLoop(new VirtualClock(0), new StopSignal()).run(failing, 1, new LoadLimit(0, 0),
                new LoadLimit(4, SECOND_NS));

        assertThat(result.counts()).isEqualTo(new Counts(4, 1, 3, 0, 0));
        assertThat(result.records().stream().map(InvocationRecord::status)).containsExactly(0, 500, 200, 200);
    }

    @Test
    void aStopRequestEndsAClosedLoop() {
        StopSignal stop = new StopSignal();
        stop.request();
        LoadResult result = new ClosedLoop(new SystemClock(), stop).run(
                target(InProcessPlatform.answeringAtOnce(new SystemClock())), 4, new LoadLimit(10, SECOND_NS),
                new LoadLimit(1_000_000, 60 * SECOND_NS));

        assertThat(result.records()).isEmpty();
    }

    @Test
    void manyWorkersShareOneCountOfRequests() {
        Clock clock = new SystemClock();
        LoadResult result = new ClosedLoop(clock, new StopSignal()).run(
                target(InProcessPlatform.answeringAtOnce(clock)), 8, new LoadLimit(500, SECOND_NS),
                new LoadLimit(40_000, 60 * SECOND_NS));

        assertThat(result.records()).hasSizeGreaterThanOrEqualTo(40_000);
        assertThat(result.counts().isConserved()).isTrue();
        assertThat(result.records().stream().mapToLong(InvocationRecord::index).distinct().count())
                .isEqualTo(result.counts().scheduled());
    }

    private static LoadTarget target(Platform platform) {
        try (Workbench workbench = new Workbench()) {
            var session = platform.start(
                    new StartRequest(Path.of("/dev/null"), Path.of("/dev/null"), new BitSet(), workbench.spawner()));
            return new LoadTarget(session::openInvoker, CALL, ReplyCheck.any());
        }
    }

    private record HangingInvoker(CountDownLatch closed) implements Invoker {
        @Override
        public InvocationReply invoke(Invocation invocation) throws IOException {
            try {
                closed.await();
            } catch (InterruptedException abandoned) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("closed");
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    private record FailingInvoker(AtomicInteger calls) implements Invoker {
        @Override
        public InvocationReply invoke(Invocation invocation) throws IOException {
            return switch (calls.getAndIncrement()) {
                case 0 -> throw new IOException("reset by peer");
                case 1 -> new InvocationReply(500, "{\"right\":1}".getBytes(StandardCharsets.UTF_8));
                case 2 -> new InvocationReply(200, "{\"wrong\":1}".getBytes(StandardCharsets.UTF_8));
                default -> new InvocationReply(200, "{\"right\":1}".getBytes(StandardCharsets.UTF_8));
            };
        }

        @Override
        public void close() {}
    }
}
