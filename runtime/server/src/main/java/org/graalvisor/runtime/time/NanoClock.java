package org.graalvisor.runtime.time;

/** A monotonic clock with an arbitrary origin; compare its values by difference only. */
@FunctionalInterface
public interface NanoClock {
    /** The clock of the machine. */
    NanoClock SYSTEM = System::nanoTime;

    /** Nanoseconds since some fixed moment. */
    long nanoTime();
}
