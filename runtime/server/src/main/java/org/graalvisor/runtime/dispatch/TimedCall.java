package org.graalvisor.runtime.dispatch;

import java.util.concurrent.atomic.AtomicBoolean;
import org.graalvisor.runtime.http.Reply;

/** A call with a deadline. Whoever claims it first, the worker or the overseer, answers the client. */
public abstract class TimedCall {
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final Connection connection;
    private final long startNanos;
    private final long deadlineNanos;

    /**
     * @param connection where the answer goes
     * @param startNanos when the call began
     * @param deadlineNanos when the client is told that it took too long
     */
    protected TimedCall(Connection connection, long startNanos, long deadlineNanos) {
        this.connection = connection;
        this.startNanos = startNanos;
        this.deadlineNanos = deadlineNanos;
    }

    /** The answer for a call that passed its deadline. Called at most once, by the overseer. */
    protected abstract Reply expire();

    /** Whether the caller is the one to answer. */
    final boolean claim() {
        return claimed.compareAndSet(false, true);
    }

    final Connection connection() {
        return connection;
    }

    final long startNanos() {
        return startNanos;
    }

    final long deadlineNanos() {
        return deadlineNanos;
    }
}
