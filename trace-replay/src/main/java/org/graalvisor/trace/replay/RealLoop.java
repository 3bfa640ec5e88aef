package org.graalvisor.trace.replay;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Real time, {@link System#nanoTime}. Spins the last microseconds before an event, so that arrivals are sent on time. */
public final class RealLoop implements EventLoop {
    /** Linux delays a timer by up to 50 µs (timer slack), and waking takes a few more. */
    private static final long SPIN_NS = 70_000;
    /** Upper bound of a sleep, so that the end is noticed soon. */
    private static final long LONGEST_PARK_NS = 100_000_000;

    private final Queue<Runnable> arrived = new ConcurrentLinkedQueue<>();
    private final TimedEvents events = new TimedEvents();
    private volatile Thread runner = Thread.currentThread();

    @Override
    public long nowNs() {
        return System.nanoTime();
    }

    @Override
    public void execute(Runnable event) {
        arrived.add(event);
        LockSupport.unpark(runner);
    }

    @Override
    public void at(long atNs, Runnable event) {
        events.add(atNs, event);
    }

    @Override
    public void runUntil(BooleanSupplier done) {
        runner = Thread.currentThread();
        while (!done.getAsBoolean()) {
            long waitNs = events.isEmpty() ? LONGEST_PARK_NS : events.nextNs() - System.nanoTime();
            if (waitNs <= 0) {
                events.remove().run();
                continue;
            }
            Runnable event = arrived.poll();
            if (event != null) {
                event.run();
            } else if (waitNs > SPIN_NS) {
                LockSupport.parkNanos(Math.min(waitNs - SPIN_NS, LONGEST_PARK_NS));
            } else {
                Thread.onSpinWait();
            }
        }
    }
}
