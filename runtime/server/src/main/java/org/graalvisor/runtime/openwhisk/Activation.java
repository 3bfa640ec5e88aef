package org.graalvisor.runtime.openwhisk;

import java.util.Optional;
import org.graalvisor.runtime.dispatch.Connection;
import org.graalvisor.runtime.dispatch.TimedCall;
import org.graalvisor.runtime.function.Cancellation;
import org.graalvisor.runtime.function.CancellationWatch;
import org.graalvisor.runtime.http.Reply;

/** One activation under way, with a deadline. */
final class Activation extends TimedCall implements CancellationWatch {
    private final long timeoutMs;
    private final ActionDialect dialect;
    private Optional<Cancellation> running = Optional.empty();
    private boolean expired;

    /**
     * @param startNanos when the request was complete
     * @param timeoutMs milliseconds until the client is told that it took too long
     */
    Activation(Connection connection, long startNanos, long timeoutMs, ActionDialect dialect) {
        super(connection, startNanos, startNanos + timeoutMs * 1_000_000);
        this.timeoutMs = timeoutMs;
        this.dialect = dialect;
    }

    @Override
    public synchronized boolean enter(Cancellation cancellation) {
        running = Optional.of(cancellation);
        return !expired;
    }

    /** Whether somebody else has answered. */
    synchronized boolean isExpired() {
        return expired;
    }

    @Override
    protected Reply expire() {
        stop();
        return dialect.threw("the action did not finish within " + timeoutMs + " ms").reply();
    }

    /** On a thread of its own: stopping guest code takes as long as it takes to reach its next safe point. */
    private synchronized void stop() {
        expired = true;
        running.filter(Cancellation::isPossible).ifPresent(cancellation -> {
            Thread thread = new Thread(cancellation::cancel, "canceller");
            thread.setDaemon(true);
            thread.start();
        });
    }
}
