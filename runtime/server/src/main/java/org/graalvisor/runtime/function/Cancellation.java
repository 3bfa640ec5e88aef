package org.graalvisor.runtime.function;

import org.graalvisor.isolate.FunctionIsolate;

/**
 * Stops what runs in one context, at most once and never after the context's end, when its number may belong to another.
 * Safe for several threads.
 */
public final class Cancellation {
    private final FunctionIsolate isolate;
    private final int context;
    private final boolean possible;
    private boolean ended;

    /**
     * @param possible whether the code can be stopped at all; compiled Java cannot
     */
    Cancellation(FunctionIsolate isolate, int context, boolean possible) {
        this.isolate = isolate;
        this.context = context;
        this.possible = possible;
    }

    /** Whether {@link #cancel} has any effect. */
    public boolean isPossible() {
        return possible;
    }

    /** Stops and closes the context; returns when that is done. */
    public synchronized void cancel() {
        if (possible && !ended) {
            ended = true;
            isolate.cancelContext(context);
        }
    }

    /** Lets nobody cancel any more; returns when nobody is cancelling. */
    synchronized void end() {
        ended = true;
    }
}
