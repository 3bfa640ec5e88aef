package org.graalvisor.harness.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Runs one thread per worker and ends them all. A single worker runs on the calling thread, which keeps it deterministic. */
final class WorkerThreads {
    private WorkerThreads() {}

    /**
     * Runs workers to their end.
     *
     * @param drain how long calls in flight may take after the last thread should have ended; they are abandoned then
     * @param deadline waited for before the drain begins
     */
    static void run(List<Worker> workers, Consumer<Worker> body, Duration deadline, Duration drain) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (Worker worker : workers) {
            threads.add(Thread.ofPlatform().name("load-" + threads.size()).daemon().unstarted(() -> {
                try {
                    body.accept(worker);
                } catch (RuntimeException | Error thrown) {
                    failure.compareAndSet(null, thrown);
                }
            }));
        }
        threads.forEach(Thread::start);
        long giveUpNs = System.nanoTime() + deadline.plus(drain).toNanos();
        threads.forEach(thread -> join(thread, giveUpNs));
        if (threads.stream().anyMatch(Thread::isAlive)) {
            workers.forEach(Worker::abandon);
            threads.forEach(Thread::interrupt);
            threads.forEach(thread -> join(thread, Long.MAX_VALUE));
        }
        workers.forEach(Worker::close);
        if (failure.get() != null) {
            throw new IllegalStateException("a load thread failed", failure.get());
        }
    }

    private static void join(Thread thread, long giveUpNs) {
        boolean interrupted = false;
        while (thread.isAlive() && System.nanoTime() < giveUpNs) {
            try {
                thread.join(Duration.ofMillis(50));
            } catch (InterruptedException request) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
