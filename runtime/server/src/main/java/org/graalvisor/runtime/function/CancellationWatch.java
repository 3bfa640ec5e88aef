package org.graalvisor.runtime.function;

/** Told how an invocation can be stopped, before it enters code of the function that may never return. */
@FunctionalInterface
public interface CancellationWatch {
    /** Watches nothing. */
    CancellationWatch NONE = cancellation -> true;

    /**
     * Takes note.
     *
     * @param cancellation stops the code that is about to run
     * @return false when it is too late already, so that the code must not be run
     */
    boolean enter(Cancellation cancellation);
}
