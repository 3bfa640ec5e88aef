package org.graalvisor.runtime.function;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.graalvisor.isolate.FunctionIsolate;
import org.graalvisor.isolate.InvocationOutcome;
import org.graalvisor.isolate.IsolateCreationException;
import org.graalvisor.runtime.cpu.CpuGroup;
import org.graalvisor.runtime.cpu.CpuLimiter;
import org.graalvisor.runtime.error.ErrorKind;
import org.graalvisor.runtime.error.RequestException;
import org.graalvisor.runtime.time.NanoClock;

/**
 * One function and its pool of contexts. The context used last is used next, since its memory is most likely still in the
 * processor's caches, and the others get old enough to be closed. Safe for several threads.
 */
public final class RegisteredFunction {
    private final FunctionSpec spec;
    private final FunctionCode code;
    private final CpuLimiter cpuLimiter;
    private final FunctionCounters counters;
    private final NanoClock clock;
    private final Turnstile turnstile;
    private final ArrayDeque<FunctionContext> idle = new ArrayDeque<>();
    private final ArrayList<SharedIsolate> isolates = new ArrayList<>();
    private int contexts;
    private int users;
    private boolean deregistered;
    private boolean closed;
    /** Starts high: a function is taken for slow until it has shown otherwise. */
    private volatile long typicalNanos = 1_000_000_000;

    RegisteredFunction(FunctionSpec spec, FunctionCode code, CpuLimiter cpuLimiter, FunctionCounters counters,
            NanoClock clock, Turnstile turnstile) {
        this.spec = spec;
        this.code = code;
        this.cpuLimiter = cpuLimiter;
        this.counters = counters;
        this.clock = clock;
        this.turnstile = turnstile;
    }

    /** What the registration said. */
    public FunctionSpec spec() {
        return spec;
    }

    /** How long an invocation of the function takes, most of the time, in nanoseconds. */
    public long typicalNanos() {
        return typicalNanos;
    }

    /** Isolates that exist. */
    public synchronized int isolates() {
        return isolates.size();
    }

    /** Contexts that are open. */
    public synchronized int contexts() {
        return contexts;
    }

    /**
     * Begins an invocation. Must be followed by {@link #recycle} or {@link #discard} with the context, or by {@link #leave} when
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

    /** Waits, where that costs nothing, until fewer others run. Must be followed by one of the two that end a turn. */
    public void awaitTurn() {
        turnstile.enter();
    }

    /**
     * Ends the turn of an invocation that ran.
     *
     * @param durationNanos what it took
     * @param cpuNanos processor time of its thread
     */
    public void endTurn(long durationNanos, long cpuNanos) {
        turnstile.leave(durationNanos, cpuNanos);
    }

    /** Ends the turn of an invocation that got no context, or whose context failed. */
    public void endTurn() {
        turnstile.leaveUnmeasured();
    }

    /** How often an invocation waited for its turn. */
    public long waits() {
        return turnstile.waits();
    }

    /** Takes a warm context, if there is one. */
    public synchronized Optional<FunctionContext> takeWarm() {
        FunctionContext context = idle.pollFirst();
        if (context == null) {
            return Optional.empty();
        }
        counters.idleIsolates.decrementAndGet();
        counters.warmStarts.increment();
        return Optional.of(context);
    }

    /**
     * Opens another context of an isolate that has room, or creates an isolate.
     *
     * @param watch told how to stop the function's code
     * @throws RequestException 503 when there is no memory or address space for one more
     * @throws ProgramLoadException when the function's own code fails
     */
    public FunctionContext create(CancellationWatch watch) {
        Optional<FunctionContext> further = openFurther(watch);
        if (further.isPresent()) {
            return further.get();
        }
        CpuGroup group = spec.cpuMillis().isPresent()
                ? cpuLimiter.newGroup(spec.cpuMillis().getAsLong())
                : CpuGroup.UNLIMITED;
        boolean created = false;
        try {
            FunctionIsolate isolate = code.createIsolate(budgetBytes(), watch);
            SharedIsolate shared = new SharedIsolate(isolate, group, code.contexts());
            counters.coldStarts.increment();
            counters.liveIsolates.incrementAndGet();
            counters.budgetBytes.addAndGet(budgetBytes());
            int index = shared.claim();
            synchronized (this) {
                isolates.add(shared);
                contexts++;
            }
            created = true;
            return new FunctionContext(shared, index, new Cancellation(isolate, index, spec.isScript()));
        } catch (IsolateCreationException e) {
            counters.refusedIsolates.increment();
            throw new RequestException(ErrorKind.NO_CAPACITY, "No isolate of " + budgetBytes()
                    + " bytes could be created for " + spec.id() + ": " + e.getMessage());
        } finally {
            if (!created) {
                group.close();
            }
        }
    }

    /**
     * Ends an invocation whose context can serve the next one.
     *
     * @param durationNanos what the invocation took
     */
    public void recycle(FunctionContext context, long durationNanos) {
        // Two threads may overwrite each other's estimate; both are as good.
        typicalNanos = DurationEstimate.next(typicalNanos, durationNanos);
        synchronized (this) {
            if (!deregistered && !context.isolate().isRetiring()) {
                context.idleSince(clock.nanoTime());
                idle.addFirst(context);
                counters.idleIsolates.incrementAndGet();
                users--;
                return;
            }
        }
        discard(context);
    }

    /** Ends an invocation whose context cannot be trusted any more. */
    public void discard(FunctionContext context) {
        close(context);
        leave();
    }

    /** Ends an invocation that exhausted its isolate's memory: the isolate's other contexts end with their invocations. */
    public void discardExhausted(FunctionContext context) {
        List<FunctionContext> unused;
        synchronized (this) {
            context.isolate().retire();
            unused = idle.stream().filter(other -> other.isolate() == context.isolate()).toList();
            idle.removeAll(unused);
        }
        counters.idleIsolates.addAndGet(-unused.size());
        unused.forEach(this::close);
        discard(context);
    }

    /** Ends an invocation that got no context. */
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

    /** Lets no more invocations in; gives the code back as soon as the last one has left. */
    void deregister() {
        List<FunctionContext> unused;
        boolean unload;
        synchronized (this) {
            deregistered = true;
            unused = new ArrayList<>(idle);
            idle.clear();
            // Counts as a user until its isolates are gone.
            users++;
        }
        counters.idleIsolates.addAndGet(-unused.size());
        unused.forEach(this::close);
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
     * Closes the contexts that were idle for too long.
     *
     * @return nanoseconds until the next one is due, {@link Long#MAX_VALUE} when none is idle
     */
    long reap(long nowNanos, long idleTtlNanos) {
        for (;;) {
            FunctionContext oldest;
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
                // Keeps the library loaded until the context is gone.
                users++;
            }
            counters.idleIsolates.decrementAndGet();
            discard(oldest);
        }
    }

    /**
     * Gives back the garbage of isolates in which nothing has run for some time. An invocation that comes meanwhile waits in the
     * isolate for the collection: that is shorter than to begin with a new one, whose code is cold.
     *
     * @return nanoseconds until the next one is due, {@link Long#MAX_VALUE} when none is
     */
    long trim(long nowNanos, long trimAfterNanos) {
        for (;;) {
            SharedIsolate isolate;
            synchronized (this) {
                Optional<FunctionContext> oldest = oldestUntrimmed();
                if (oldest.isEmpty()) {
                    return Long.MAX_VALUE;
                }
                long remaining = trimAfterNanos - (nowNanos - oldest.get().idleSince());
                if (remaining > 0) {
                    return remaining;
                }
                isolate = oldest.get().isolate();
                // Keeps the library loaded meanwhile.
                users++;
            }
            isolate.trim();
            counters.trimmedIsolates.increment();
            leave();
        }
    }

    /** A neighbour that runs would be stopped by the collection, so only isolates count whose contexts are all idle. */
    private Optional<FunctionContext> oldestUntrimmed() {
        Iterator<FunctionContext> oldestFirst = idle.descendingIterator();
        while (oldestFirst.hasNext()) {
            FunctionContext context = oldestFirst.next();
            SharedIsolate isolate = context.isolate();
            if (!isolate.isTrimmed() && (isolate.contexts() == 1 || isolate.contexts() == idle.stream().filter(
                    other -> other.isolate() == isolate).count())) {
                return Optional.of(context);
            }
        }
        return Optional.empty();
    }

    private long budgetBytes() {
        return spec.memoryBytes() * code.contexts();
    }

    private Optional<FunctionContext> openFurther(CancellationWatch watch) {
        if (code.contexts() == 1) {
            return Optional.empty();
        }
        SharedIsolate roomy = null;
        int index = -1;
        synchronized (this) {
            for (int i = 0; i < isolates.size() && index < 0; i++) {
                roomy = isolates.get(i);
                index = roomy.claim();
            }
            if (index < 0) {
                return Optional.empty();
            }
            contexts++;
        }
        FunctionContext context = new FunctionContext(roomy, index, new Cancellation(roomy.isolate(),
                index, spec.isScript()));
        if (watch.enter(context.cancellation()) && roomy.isolate().openContext(
                index) instanceof InvocationOutcome.Replied) {
            counters.sharedStarts.increment();
            return Optional.of(context);
        }
        close(context);
        return Optional.empty();
    }

    /** Closes a context, and its isolate when it was the last one. */
    private void close(FunctionContext context) {
        SharedIsolate isolate = context.isolate();
        boolean last;
        synchronized (this) {
            last = isolate.isLast(context.index());
            if (last) {
                isolate.retire();
            }
        }
        if (!last) {
            context.cancellation().cancel();
        }
        context.cancellation().end();
        synchronized (this) {
            contexts--;
            if (!isolate.release(context.index())) {
                return;
            }
            isolates.remove(isolate);
        }
        tearDown(isolate);
    }

    private boolean mayUnload() {
        if (!deregistered || closed || users > 0) {
            return false;
        }
        closed = true;
        return true;
    }

    private void tearDown(SharedIsolate isolate) {
        try {
            isolate.tearDown();
        } catch (RuntimeException e) {
            counters.leakedIsolates.increment();
        } finally {
            counters.tornDownIsolates.increment();
            counters.liveIsolates.decrementAndGet();
            counters.budgetBytes.addAndGet(-budgetBytes());
        }
    }

    private void unload() {
        try {
            code.close();
            counters.unloadedLibraries.increment();
        } catch (RuntimeException e) {
            counters.leakedLibraries.increment();
        }
    }
}
