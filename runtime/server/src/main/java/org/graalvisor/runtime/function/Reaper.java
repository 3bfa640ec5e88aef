package org.graalvisor.runtime.function;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The thread that trims isolates that are idle, and tears down those nobody needs any more. Sleeps deeply while there is none. */
public final class Reaper implements Runnable {
    /** Isolates that are in use can become idle without notice; they are due so much later at the earliest. */
    private final long periodNanos;
    private final FunctionCache cache;
    private final FunctionCounters counters;
    private final Thread thread = new Thread(this, "reaper");
    private boolean started;
    private volatile boolean stopped;

    public Reaper(FunctionCache cache, FunctionCounters counters, FunctionSettings settings) {
        this.cache = cache;
        this.counters = counters;
        this.periodNanos = Math.min(settings.idleTtlNanos(), settings.trimAfterNanos());
        thread.setDaemon(true);
    }

    /** An isolate was created. */
    public synchronized void wake() {
        if (!started && !stopped) {
            started = true;
            thread.start();
        }
        LockSupport.unpark(thread);
    }

    /** Ends the thread. */
    public synchronized void stop() {
        stopped = true;
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        while (!stopped) {
            long next = cache.reap();
            if (counters.liveIsolates.get() == 0) {
                LockSupport.park();
            } else {
                LockSupport.parkNanos(Math.max(TimeUnit.MILLISECONDS.toNanos(1), Math.min(next, periodNanos)));
            }
        }
    }
}
