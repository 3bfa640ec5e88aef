package org.graalvisor.runtime.service;

import org.graalvisor.runtime.dispatch.Connection;
import org.graalvisor.runtime.dispatch.TimedCall;
import org.graalvisor.runtime.error.ErrorKind;
import org.graalvisor.runtime.http.ErrorReply;
import org.graalvisor.runtime.http.Reply;

/** One invocation under way. */
final class Invocation extends TimedCall {
    private final String functionId;
    private final long timeoutMs;
    private final InvocationMetrics metrics;

    Invocation(Connection connection, String functionId, long startNanos, long timeoutMs, InvocationMetrics metrics) {
        super(connection, startNanos, startNanos + timeoutMs * 1_000_000);
        this.functionId = functionId;
        this.timeoutMs = timeoutMs;
        this.metrics = metrics;
    }

    @Override
    protected Reply expire() {
        metrics.count(InvocationOutcomeKind.DEADLINE);
        return ErrorReply.of(ErrorKind.DEADLINE, "Function " + functionId + " did not finish within " + timeoutMs
                + " ms");
    }
}
