package org.graalvisor.harness.time;

/**
 * The time line measurements are taken on. Everything in the rig that waits or stamps takes one of these, so that a
 * virtual clock can replace real time.
 */
public interface Clock {

    /** Returns nanoseconds since an arbitrary origin; never goes back. */
    long nanoTime();

    /**
     * Waits until {@link #nanoTime} is at least the given instant; returns at once when it has passed, and early when
     * the thread is interrupted (the interrupt flag stays set).
     *
     * @param nanoTime instant on this clock
     */
    void sleepUntil(long nanoTime);
}
