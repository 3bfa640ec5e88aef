package org.graalvisor.harness.time;

import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only when somebody waits. Deterministic as long as one thread at a time uses it. */
public final class VirtualClock implements Clock {
    private final AtomicLong now;

    /**
     * @param startNs first value of {@link #nanoTime}
     */
    public VirtualClock(long startNs) {
        this.now = new AtomicLong(startNs);
    }

    @Override
    public long nanoTime() {
        return now.get();
    }

    @Override
    public void sleepUntil(long nanoTime) {
        now.accumulateAndGet(nanoTime, Math::max);
    }
}
