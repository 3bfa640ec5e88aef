package org.graalvisor.runtime.dispatch;

import java.nio.channels.ClosedSelectorException;
import java.util.ArrayList;
import java.util.concurrent.locks.LockSupport;
import org.graalvisor.runtime.time.NanoClock;

/**
 * One thread that watches the others: lets another worker poll when a call that was expected to be quick is not, answers calls
 * whose deadline passed, ends silent connections. Sleeps while there is nothing to watch.
 */
final class Overseer implements Runnable {
    static final long FAR_NANOS = 3_600_000_000_000L;
    private static final long TICK_NANOS = 5_000_000;
    /**
     * How long a call may keep the polling thread before another thread polls. Well above the few milliseconds for which
     * Linux lets another thread run instead: taking a preempted thread for a blocked one adds a thread to a busy core,
     * which gets more threads preempted.
     */
    private static final long STALL_NANOS = 2 * TICK_NANOS;
    /** Added to a tick per thread, so that looking at thousands of them does not eat a processor. */
    private static final long TICK_NANOS_PER_THREAD = 5_000;
    /** Ticks without any call after which the ticking stops; waking up again costs the next call a system call. */
    private static final int QUIET_TICKS = 5;

    private final NanoClock clock;
    private final Dispatcher dispatcher;
    private final long sweepNanos;
    private final ArrayList<TimedCall> expired = new ArrayList<>();
    private final Thread thread = new Thread(this, "overseer");
    private volatile long wakeAtNanos;
    private volatile boolean stopped;
    private long nextSweepNanos;
    private long seenCalls;
    private int quietTicks;

    /**
     * @param sweepNanos nanoseconds between two looks at all connections
     */
    Overseer(NanoClock clock, Dispatcher dispatcher, long sweepNanos) {
        this.clock = clock;
        this.dispatcher = dispatcher;
        this.sweepNanos = sweepNanos;
        thread.setDaemon(true);
    }

    void start() {
        nextSweepNanos = clock.nanoTime() + sweepNanos;
        wakeAtNanos = nextSweepNanos;
        thread.start();
    }

    void stop() {
        stopped = true;
        LockSupport.unpark(thread);
    }

    /** Makes sure that the overseer looks in time at a call that begins. Costs a system call only when it sleeps deeply. */
    void watch(TimedCall call) {
        long stallNanos = call.startNanos() + STALL_NANOS + FAR_TICKS_NANOS;
        long wanted = call.deadlineNanos() - stallNanos < 0 ? call.deadlineNanos() : stallNanos;
        if (wanted - wakeAtNanos < 0) {
            LockSupport.unpark(thread);
        }
    }

    /** Slack of {@link #watch}: the tick of a thousand threads. */
    private static final long FAR_TICKS_NANOS = 1000 * TICK_NANOS_PER_THREAD;

    @Override
    public void run() {
        try {
            oversee();
        } catch (ClosedSelectorException e) {
            // The server ended during a look at its connections.
            stopped = true;
        }
    }

    private void oversee() {
        while (!stopped) {
            long now = clock.nanoTime();
            // Announced before looking: a call that begins after the look sees the time and wakes this thread if it is too late.
            wakeAtNanos = now + TICK_NANOS;
            WorkerPool.Inspection inspection = dispatcher.inspect(now, STALL_NANOS, expired);
            for (TimedCall call : expired) {
                dispatcher.expire(call);
            }
            expired.clear();
            if (now - nextSweepNanos >= 0) {
                dispatcher.sweep(now);
                nextSweepNanos = now + sweepNanos;
            }
            sleep(now, inspection);
        }
    }

    private void sleep(long now, WorkerPool.Inspection inspection) {
        quietTicks = inspection.calls() == seenCalls && inspection.quiet() ? quietTicks + 1 : 0;
        seenCalls = inspection.calls();
        long wake = now + TICK_NANOS + TICK_NANOS_PER_THREAD * inspection.threads();
        if (quietTicks >= QUIET_TICKS) {
            wake = dispatcher.hasConnections() ? nextSweepNanos : now + FAR_NANOS;
        }
        if (inspection.earliestNanos() - wake < 0) {
            wake = inspection.earliestNanos();
        }
        wakeAtNanos = wake;
        // A call that began between the look and this announcement is in nobody's sight: look again before a deep sleep.
        if (quietTicks >= QUIET_TICKS && dispatcher.calls() != seenCalls) {
            return;
        }
        LockSupport.parkNanos(Math.max(1, wake - clock.nanoTime()));
    }
}
