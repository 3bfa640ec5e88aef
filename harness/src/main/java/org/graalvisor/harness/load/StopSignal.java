package org.graalvisor.harness.load;

import java.util.concurrent.atomic.AtomicBoolean;

/** Asks running work to drain and end, for example after Ctrl-C. */
public final class StopSignal {
    private final AtomicBoolean requested = new AtomicBoolean();

    /** Asks to stop; may be called from any thread, any number of times. */
    public void request() {
        requested.set(true);
    }

    /** Tells whether work should stop. */
    public boolean isRequested() {
        return requested.get();
    }
}
