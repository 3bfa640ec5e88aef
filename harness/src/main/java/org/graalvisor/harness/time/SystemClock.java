package org.graalvisor.harness.time;

import java.util.concurrent.locks.LockSupport;

/** Real time, {@link System#nanoTime}. */
public final class SystemClock implements Clock {

    /**
     * Linux delays a timer by up to 50 µs (timer slack) and waking takes a few more; the rest is waited out spinning so
     * that the send lag stays below a few microseconds.
     */
    private static final long SPIN_NS = 70_000;

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void sleepUntil(long nanoTime) {
        while (true) {
            long remainingNs = nanoTime - System.nanoTime();
            if (remainingNs <= 0 || Thread.currentThread().isInterrupted()) {
                return;
            }
            if (remainingNs > SPIN_NS) {
                LockSupport.parkNanos(remainingNs - SPIN_NS);
            } else {
                Thread.onSpinWait();
            }
        }
    }
}
