package org.graalvisor.runtime.function;

import java.util.ArrayDeque;
import java.util.concurrent.locks.LockSupport;
import org.graalvisor.runtime.time.NanoClock;

/**
 * Lets invocations of a function that computes take turns: more of them at once than there are processors would not be done
 * earlier, but each would need a context of its own, with its memory and, for scripts, its own compiled code. Invocations that mostly
 * wait for something else never wait here.
 *
 * <p>
 * Whether a function computes is seen from the processor time of its invocations: those that run together are a full load when
 * their number times their share of processor time is near the number of processors. Before anything is known of a function it
 * is taken for one that computes: a burst of first invocations then shares the isolate that the first of them makes.
 */
final class Turnstile {
    private static final double FULL_LOAD = 0.75;
    /** Weight of the newest invocation in the means. */
    private static final double NEWEST = 1.0 / 8;
    /** Nobody waits longer than this times what the others should take: durations differ, and a compiler may run beside. */
    private static final int PATIENCE = 4;
    private static final long SHORTEST_PATIENCE_NANOS = 50_000_000;
    private static final long LONGEST_PATIENCE_NANOS = 5_000_000_000L;

    private final int processors;
    private final NanoClock clock;
    private final ArrayDeque<Waiter> waiting = new ArrayDeque<>();
    private int running;
    private double meanNanos;
    private double meanCpuNanos;
    private long waits;

    /**
     * @param processors how many there are; {@link Integer#MAX_VALUE} lets everybody pass at once
     * @param clock for how long somebody waits
     */
    Turnstile(int processors, NanoClock clock) {
        this.processors = processors;
        this.clock = clock;
    }

    private static final class Waiter {
        private final Thread thread = Thread.currentThread();
        private volatile boolean admitted;
    }

    /** Waits for the calling thread's turn. Must be followed by {@link #leave} or {@link #leaveUnmeasured}. */
    void enter() {
        Waiter waiter;
        long patienceNanos;
        synchronized (this) {
            if (!isFull()) {
                running++;
                return;
            }
            waiter = new Waiter();
            waiting.addLast(waiter);
            waits++;
            patienceNanos = patienceNanos();
        }
        long giveUpNanos = clock.nanoTime() + patienceNanos;
        long remaining = patienceNanos;
        while (!waiter.admitted && remaining > 0) {
            LockSupport.parkNanos(this, remaining);
            remaining = giveUpNanos - clock.nanoTime();
        }
        synchronized (this) {
            if (!waiter.admitted) {
                waiting.remove(waiter);
                running++;
            }
        }
    }

    /**
     * Ends a turn.
     *
     * @param durationNanos what the invocation took
     * @param cpuNanos how long its thread ran on a processor meanwhile
     */
    synchronized void leave(long durationNanos, long cpuNanos) {
        meanNanos += (durationNanos - meanNanos) * NEWEST;
        meanCpuNanos += (cpuNanos - meanCpuNanos) * NEWEST;
        leaveUnmeasured();
    }

    /** Ends a turn of an invocation that did not run to its end. */
    synchronized void leaveUnmeasured() {
        running--;
        while (!waiting.isEmpty() && !isFull()) {
            Waiter next = waiting.pollFirst();
            next.admitted = true;
            running++;
            LockSupport.unpark(next.thread);
        }
    }

    /** How often somebody waited. */
    synchronized long waits() {
        return waits;
    }

    private boolean isFull() {
        return running >= processors && running * meanCpuNanos >= FULL_LOAD * processors * meanNanos;
    }

    private long patienceNanos() {
        long expectedNanos = (long) (meanCpuNanos * waiting.size() / processors);
        return Math.clamp(PATIENCE * expectedNanos, SHORTEST_PATIENCE_NANOS, LONGEST_PATIENCE_NANOS);
    }
}
