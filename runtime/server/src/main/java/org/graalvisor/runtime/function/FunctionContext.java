package org.graalvisor.runtime.function;

import org.graalvisor.isolate.InvocationOutcome;

/** A context of a function in some isolate, and when it was used last. Owned by one invocation or by the pool. */
public final class FunctionContext {
    private final SharedIsolate isolate;
    private final int index;
    private final Cancellation cancellation;
    private long idleSinceNanos;

    FunctionContext(SharedIsolate isolate, int index, Cancellation cancellation) {
        this.isolate = isolate;
        this.index = index;
        this.cancellation = cancellation;
    }

    /**
     * Runs the function on the calling thread, which must not be the process's main thread: attaching it makes the C library
     * read all of /proc/self/maps.
     *
     * @param argumentsJson UTF-8 encoded JSON
     */
    public InvocationOutcome invoke(byte[] argumentsJson) {
        return isolate.invoke(index, argumentsJson);
    }

    /** How to stop an invocation from outside. */
    public Cancellation cancellation() {
        return cancellation;
    }

    SharedIsolate isolate() {
        return isolate;
    }

    int index() {
        return index;
    }

    void idleSince(long nanos) {
        idleSinceNanos = nanos;
    }

    long idleSince() {
        return idleSinceNanos;
    }
}
