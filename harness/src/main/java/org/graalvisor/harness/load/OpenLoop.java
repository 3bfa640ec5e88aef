package org.graalvisor.harness.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.graalvisor.harness.time.Clock;
import org.graalvisor.results.Phase;

/**
 * Sends each request when the schedule says so, whatever the server does. A worker takes the next arrival, waits for its
 * time and sends it; when all workers are busy the arrival is sent late, which its response time shows, since that
 * counts from the intended stamp.
 */
public final class OpenLoop {
    private final Clock clock;
    private final StopSignal stop;

    /**
     * How an open loop is run.
     *
     * @param workers most requests in flight; with one worker and a virtual clock the records are deterministic
     * @param warmUpNs arrivals before this time are labelled warm-up
     * @param dropAfterNs an arrival that cannot be sent within this time is dropped
     * @param drain how long replies are waited for after the last arrival
     */
    public record Rules(int workers, long warmUpNs, long dropAfterNs, Duration drain) {}

    /**
     * @param clock stamps are taken on it
     * @param stop ends the load early; arrivals not sent by then are dropped
     */
    public OpenLoop(Clock clock, StopSignal stop) {
        this.clock = clock;
        this.stop = stop;
    }

    /**
     * Runs a schedule.
     *
     * @param target where load goes
     * @param schedule when to send
     * @param rules how to send
     */
    public LoadResult run(LoadTarget target, Schedule schedule, Rules rules) {
        long originNs = clock.nanoTime();
        List<Worker> workers = IntStream.range(0, rules.workers())
                .mapToObj(index -> new Worker(target, clock, originNs)).toList();
        AtomicInteger next = new AtomicInteger();
        long lastIntendedNs = schedule.size() == 0 ? 0 : schedule.intendedNs(schedule.size() - 1);
        WorkerThreads.run(workers, worker -> {
            for (int index = next.getAndIncrement(); index < schedule.size(); index = next.getAndIncrement()) {
                send(worker, index, schedule.intendedNs(index), originNs, rules);
            }
        }, Duration.ofNanos(lastIntendedNs).plusNanos(rules.dropAfterNs()), rules.drain());
        long endNs = clock.nanoTime() - originNs;
        long warmUpEndNs = Math.min(rules.warmUpNs(), endNs);
        return LoadResult.of(target.invocation().functionId(), workers.stream().map(Worker::buffer).toList(),
                schedule.size(), originNs, List.of(new PhaseWindow(Phase.WARMUP, 0, warmUpEndNs),
                        new PhaseWindow(Phase.MEASURE, warmUpEndNs, endNs)));
    }

    private void send(Worker worker, int index, long intendedNs, long originNs, Rules rules) {
        Phase phase = intendedNs < rules.warmUpNs() ? Phase.WARMUP : Phase.MEASURE;
        if (!stop.isRequested()) {
            clock.sleepUntil(originNs + intendedNs);
        }
        boolean late = clock.nanoTime() - originNs - intendedNs > rules.dropAfterNs();
        if (late || stop.isRequested() || worker.isAbandoned()) {
            worker.buffer().drop(index, phase, intendedNs);
            return;
        }
        worker.invoke(index, phase, intendedNs);
    }
}
