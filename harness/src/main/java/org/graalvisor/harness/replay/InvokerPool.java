package org.graalvisor.harness.replay;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.graalvisor.harness.platform.Invoker;

/**
 * Connections to one instance that are kept for the next invocation. Servers close a connection after 75 s of silence, which a
 * client learns only when it uses it; so none is used after less than that. Safe for several threads.
 */
final class InvokerPool implements AutoCloseable {
    static final long LONGEST_IDLE_NS = 30_000_000_000L;

    private final Supplier<Invoker> opening;
    private final LongSupplier clockNs;
    private final Deque<Kept> idle = new ArrayDeque<>();

    private record Kept(Invoker invoker, long sinceNs) {}

    /**
     * @param opening connects
     * @param clockNs a monotonic clock, nanoseconds
     */
    InvokerPool(Supplier<Invoker> opening, LongSupplier clockNs) {
        this.opening = opening;
        this.clockNs = clockNs;
    }

    /** The connection used last, or a new one. */
    Invoker take() {
        synchronized (this) {
            long nowNs = clockNs.getAsLong();
            while (!idle.isEmpty() && nowNs - idle.peekLast().sinceNs() > LONGEST_IDLE_NS) {
                idle.pollLast().invoker().close();
            }
            if (!idle.isEmpty()) {
                return idle.pollFirst().invoker();
            }
        }
        return opening.get();
    }

    /** Keeps a connection that is in order. */
    synchronized void giveBack(Invoker invoker) {
        idle.addFirst(new Kept(invoker, clockNs.getAsLong()));
    }

    @Override
    public synchronized void close() {
        idle.forEach(kept -> kept.invoker().close());
        idle.clear();
    }
}
