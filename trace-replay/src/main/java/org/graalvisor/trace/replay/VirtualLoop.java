package org.graalvisor.trace.replay;

import java.util.function.BooleanSupplier;

/** Time jumps from event to event. Deterministic, as only one thread may use it. */
public final class VirtualLoop implements EventLoop {
    private final TimedEvents events = new TimedEvents();
    private long nowNs;

    /**
     * @param startNs first value of {@link #nowNs}
     */
    public VirtualLoop(long startNs) {
        this.nowNs = startNs;
    }

    @Override
    public long nowNs() {
        return nowNs;
    }

    @Override
    public void execute(Runnable event) {
        events.add(nowNs, event);
    }

    @Override
    public void at(long atNs, Runnable event) {
        events.add(Math.max(nowNs, atNs), event);
    }

    @Override
    public void runUntil(BooleanSupplier done) {
        while (!done.getAsBoolean() && !events.isEmpty()) {
            nowNs = events.nextNs();
            events.remove().run();
        }
    }
}
