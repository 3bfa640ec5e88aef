package org.graalvisor.harness.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.graalvisor.harness.time.Clock;
import org.graalvisor.results.Phase;

/**
 * A fixed number of callers, each sending its next request when the last is answered: what the paper's tool ab does. It
 * hides queueing, since a slow server slows its own load down; results are labelled closed loop.
 */
public final class ClosedLoop {
    private static final Duration DRAIN = Duration.ofSeconds(60);

    private final Clock clock;
    private final StopSignal stop;

    /**
     * @param clock stamps are taken on it
     * @param stop ends the load early
     */
    public ClosedLoop(Clock clock, StopSignal stop) {
        this.clock = clock;
        this.stop = stop;
    }

    /**
     * Runs warm-up, then the measured phase, over the same connections.
     *
     * @param target where load goes
     * @param concurrency number of callers, at least 1
     * @param warmUp end of the warm-up
     * @param measured end of the measured phase
     */
    public LoadResult run(LoadTarget target, int concurrency, LoadLimit warmUp, LoadLimit measured) {
        long originNs = clock.nanoTime();
        List<Worker> workers = IntStream.range(0, concurrency).mapToObj(index -> new Worker(target, clock, originNs))
                .toList();
        AtomicLong indexes = new AtomicLong();
        PhaseRun warmUpRun = new PhaseRun(Phase.WARMUP, warmUp, originNs, indexes);
        PhaseRun measuredRun = new PhaseRun(Phase.MEASURE, measured, originNs, indexes);
        CyclicBarrier warmUpBegins = new CyclicBarrier(concurrency, warmUpRun::begin);
        CyclicBarrier measuredBegins = new CyclicBarrier(concurrency, measuredRun::begin);
        Duration longest = Duration.ofNanos(warmUp.durationNs()).plusNanos(measured.durationNs());
        WorkerThreads.run(workers, worker -> {
            await(warmUpBegins);
            warmUpRun.loop(worker);
            await(measuredBegins);
            measuredRun.loop(worker);
        }, longest, DRAIN);
        List<PhaseWindow> windows = new ArrayList<>(List.of(warmUpRun.window(), measuredRun.window()));
        return LoadResult.of(target.invocation().functionId(), workers.stream().map(Worker::buffer).toList(),
                warmUpRun.sent() + measuredRun.sent(), originNs, windows);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException abandoned) {
            Thread.currentThread().interrupt();
        }
    }

    private final class PhaseRun {
        private final Phase phase;
        private final LoadLimit limit;
        private final long originNs;
        private final AtomicLong indexes;
        private final AtomicLong claimed = new AtomicLong();
        private final AtomicLong sent = new AtomicLong();
        private final AtomicLong lastNs = new AtomicLong();
        private volatile long beginNs;

        PhaseRun(Phase phase, LoadLimit limit, long originNs, AtomicLong indexes) {
            this.phase = phase;
            this.limit = limit;
            this.originNs = originNs;
            this.indexes = indexes;
        }

        void begin() {
            beginNs = clock.nanoTime();
            lastNs.set(beginNs);
        }

        void loop(Worker worker) {
            long endNs = beginNs + limit.durationNs();
            while (!stop.isRequested() && !worker.isAbandoned() && clock.nanoTime() < endNs
                    && claimed.getAndIncrement() < limit.requests()) {
                sent.incrementAndGet();
                worker.invoke(indexes.getAndIncrement(), phase, -1);
            }
            lastNs.accumulateAndGet(clock.nanoTime(), Math::max);
        }

        long sent() {
            return sent.get();
        }

        PhaseWindow window() {
            return new PhaseWindow(phase, beginNs - originNs, lastNs.get() - originNs);
        }
    }
}
