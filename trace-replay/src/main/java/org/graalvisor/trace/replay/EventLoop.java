package org.graalvisor.trace.replay;

import java.util.function.BooleanSupplier;

/** Does one thing after another, each at its time. Everything of a replay happens on the thread that runs the loop. */
public interface EventLoop {

    /** Returns the time in nanoseconds since an arbitrary origin. May be called by any thread. */
    long nowNs();

    /** Lets something happen as soon as possible, after this call has returned. May be called by any thread. */
    void execute(Runnable event);

    /**
     * Lets something happen later. Only called on the loop's thread.
     *
     * @param atNs when, on this loop's clock; at once when that has passed
     * @param event what
     */
    void at(long atNs, Runnable event);

    /**
     * Runs on the calling thread.
     *
     * @param done asked after every event; true ends the run
     */
    void runUntil(BooleanSupplier done);
}
