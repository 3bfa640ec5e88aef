package org.graalvisor.runtime.dispatch;

import java.util.concurrent.locks.Condition;
import org.graalvisor.runtime.error.ErrorKind;
import org.graalvisor.runtime.error.RequestException;

/** One thread of the global pool. */
public final class Worker implements Runnable {
    private final Dispatcher dispatcher;
    private final WorkerPool pool;
    private final Overseer overseer;

    /** The call under way, watched by the overseer; null between calls. */
    private volatile TimedCall current;
    private volatile int calls;

    // The rest is guarded by the pool's lock.
    final Condition woken;
    boolean wokenUp;
    boolean active = true;
    boolean quarantined;

    Worker(Dispatcher dispatcher, WorkerPool pool, Overseer overseer) {
        this.dispatcher = dispatcher;
        this.pool = pool;
        this.overseer = overseer;
        this.woken = pool.newCondition();
    }

    @Override
    public void run() {
        dispatcher.work(this);
    }

    /**
     * Must be called before anything that may take longer than a poll may wait, about 0.1 ms: another thread polls meanwhile.
     *
     * @return false when the pool is exhausted; the request must then be answered with {@link #noCapacity}
     */
    public boolean aboutToBlock() {
        return pool.leaveToAnother(this);
    }

    /** Begins a call that the overseer watches. Must be followed by {@link #end}. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // written by this worker's own thread only
    public void begin(TimedCall call) {
        calls++;
        current = call;
        overseer.watch(call);
    }

    /**
     * Ends a call.
     *
     * @return whether the caller answers; false when the deadline passed and the overseer answered
     */
    public boolean end(TimedCall call) {
        current = null;
        if (call.claim()) {
            return true;
        }
        pool.returned(this);
        return false;
    }

    /** The answer when no thread is free. */
    public static RequestException noCapacity() {
        return new RequestException(ErrorKind.NO_CAPACITY,
                "All threads of the runtime are busy; try again, or raise --max-threads");
    }

    TimedCall current() {
        return current;
    }

    int calls() {
        return calls;
    }
}
