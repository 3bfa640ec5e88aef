package org.graalvisor.runtime.service;

import java.util.Optional;
import org.graalvisor.runtime.dispatch.Connection;
import org.graalvisor.runtime.dispatch.TimedCall;
import org.graalvisor.runtime.error.ErrorKind;
import org.graalvisor.runtime.function.Cancellation;
import org.graalvisor.runtime.function.CancellationWatch;
import org.graalvisor.runtime.http.ErrorReply;
import org.graalvisor.runtime.http.Reply;

/** One invocation under way. */
final class Invocation extends TimedCall implements CancellationWatch {
    private final String functionId;
    private final long timeoutMs;
    private final InvocationMetrics metrics;
    private Optional<Cancellation> running = Optional.empty();
    private boolean expired;

    Invocation(Connection connection, String functionId, long startNanos, long timeoutMs, InvocationMetrics metrics) {
        super(connection, startNanos, startNanos + timeoutMs * 1_000_000);
        this.functionId = functionId;
        this.timeoutMs = timeoutMs;
        this.metrics = metrics;
    }

    @Override
    public synchronized boolean enter(Cancellation cancellation) {
        running = Optional.of(cancellation);
        return !expired;
    }

    @Override
    protected Reply expire() {
        stop();
        metrics.count(InvocationOutcomeKind.DEADLINE);
        return ErrorReply.of(ErrorKind.DEADLINE, "Function " + functionId + " did not finish within " + timeoutMs
                + " ms");
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
