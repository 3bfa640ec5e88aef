package org.graalvisor.runtime.function;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graalvisor.isolate.FunctionLibrary;
import org.graalvisor.isolate.IsolateCreationException;
import org.graalvisor.runtime.cpu.CpuGroup;
import org.graalvisor.runtime.cpu.CpuLimiter;
import org.graalvisor.runtime.error.ErrorKind;
import org.graalvisor.runtime.error.RequestException;
import org.graalvisor.runtime.time.NanoClock;

/**
 * One function and its pool of isolates. The isolate used last is used next, since its memory is most likely still in the
 * processor's caches, and the others get old enough to be torn down. Safe for several threads.
 */
public final class RegisteredFunction {

    private final FunctionSpec spec;
    private final FunctionLibrary library;
    private final CodeFile code;
    private final CpuLimiter cpuLimiter;
    private final FunctionCounters counters;
    private final NanoClock clock;
    private final ArrayDeque<PooledIsolate> idle = new ArrayDeque<>();
    private int users;
    private boolean deregistered;
    private boolean closed;
    /** Starts high: a function is taken for slow until it has shown otherwise. */
    private volatile long typicalNanos = 1_000_000_000;

    RegisteredFunction(FunctionSpec spec, FunctionLibrary library, CodeFile code, CpuLimiter cpuLimiter,
            FunctionCounters counters, NanoClock clock) {
        this.spec = spec;
        this.library = library;
        this.code = code;
        this.cpuLimiter = cpuLimiter;
        this.counters = counters;
        this.clock = clock;
    }

    /** What the registration said. */
    public FunctionSpec spec() {
        return spec;
    }

    /** How long an invocation of the function takes, most of the time, in nanoseconds. */
    public long typicalNanos() {
        return typicalNanos;
    }

    /**
     * Begins an invocation. Must be followed by {@link #recycle} or {@link #discard} with the isolate, or by {@link #leave} when
     * none was obtained.
     *
     * @return whether the function is still registered
     */
    public synchronized boolean enter() {
        if (deregistered) {
            return false;
        }
        users++;
        return true;
    }

    /** Takes a warm isolate, if there is one. */
    public synchronized Optional<PooledIsolate> takeWarm() {
        PooledIsolate isolate = idle.pollFirst();
        if (isolate == null) {
            return Optional.empty();
        }
        counters.idleIsolates.decrementAndGet();
        counters.warmStarts.increment();
        return Optional.of(isolate);
    }

    /**
     * Creates an isolate.
     *
     * @throws RequestException 503 when there is no memory or address space for one more
     */
    public PooledIsolate create() {
        CpuGroup group = spec.cpuMillis().isPresent()
                ? cpuLimiter.newGroup(spec.cpuMillis().getAsLong())
                : CpuGroup.UNLIMITED;
        try {
            PooledIsolate isolate = new PooledIsolate(library.createIsolate(spec.memoryBytes()), group);
            counters.coldStarts.increment();
            counters.liveIsolates.incrementAndGet();
            counters.budgetBytes.addAndGet(spec.memoryBytes());
            return isolate;
        } catch (IsolateCreationException e) {
            group.close();
            counters.refusedIsolates.increment();
            throw new RequestException(ErrorKind.NO_CAPACITY, "No isolate of " + spec.memoryBytes()
                    + " bytes could be created for " + spec.id() + ": " + e.getMessage());
        }
    }

    /**
     * Ends an invocation whose isolate can serve the next one.
     *
     * @param durationNanos what the invocation took
     */
    public void recycle(PooledIsolate isolate, long durationNanos) {
        // Two threads may overwrite each other's estimate; both are as good.
        typicalNanos = DurationEstimate.next(typicalNanos, durationNanos);
        synchronized (this) {
            if (!deregistered) {
                isolate.idleSince(clock.nanoTime());
                idle.addFirst(isolate);
                counters.idleIsolates.incrementAndGet();
                users--;
                return;
            }
        }
        discard(isolate);
    }

    /** Ends an invocation whose isolate cannot be trusted any more. */
    public void discard(PooledIsolate isolate) {
        tearDown(isolate);
        leave();
    }

    /** Ends an invocation that got no isolate. */
    public void leave() {
        boolean unload;
        synchronized (this) {
            users--;
            unload = mayUnload();
        }
        if (unload) {
            counters.lingeringLibraries.decrementAndGet();
            unload();
        }
    }

    /** Lets no more invocations in; unloads the library as soon as the last one has left. */
    void deregister() {
        List<PooledIsolate> unused;
        boolean unload;
        synchronized (this) {
            deregistered = true;
            unused = new ArrayList<>(idle);
            idle.clear();
            // Counts as a user until its isolates are gone.
            users++;
        }
        counters.idleIsolates.addAndGet(-unused.size());
        for (PooledIsolate isolate : unused) {
            tearDown(isolate);
        }
        synchronized (this) {
            users--;
            unload = mayUnload();
        }
        if (unload) {
            unload();
        } else {
            counters.lingeringLibraries.incrementAndGet();
        }
    }

    /**
     * Tears down the isolates that were idle for too long.
     *
     * @return nanoseconds until the next one is due, {@link Long#MAX_VALUE} when none is idle
     */
    long reap(long nowNanos, long idleTtlNanos) {
        for (;;) {
            PooledIsolate oldest;
            synchronized (this) {
                oldest = idle.peekLast();
                if (oldest == null) {
                    return Long.MAX_VALUE;
                }
                long remaining = idleTtlNanos - (nowNanos - oldest.idleSince());
                if (remaining > 0) {
                    return remaining;
                }
                idle.pollLast();
                // Keeps the library loaded until the isolate is gone.
                users++;
            }
            counters.idleIsolates.decrementAndGet();
            discard(oldest);
        }
    }

    private boolean mayUnload() {
        if (!deregistered || closed || users > 0) {
            return false;
        }
        closed = true;
        return true;
    }

    private void tearDown(PooledIsolate isolate) {
        try {
            isolate.tearDown();
        } catch (RuntimeException e) {
            counters.leakedIsolates.increment();
        } finally {
            counters.tornDownIsolates.increment();
            counters.liveIsolates.decrementAndGet();
            counters.budgetBytes.addAndGet(-spec.memoryBytes());
        }
    }

    private void unload() {
        try {
            library.close();
            counters.unloadedLibraries.increment();
        } catch (RuntimeException e) {
            counters.leakedLibraries.increment();
        }
        code.delete();
    }
}
