package org.graalvisor.baselines.photons.http;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Answers for invocations that take too long. They run on: a thread of a JVM cannot be ended from outside. */
final class Deadlines implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer;

    Deadlines() {
        timer = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("deadlines").factory());
        timer.setRemoveOnCancelPolicy(true);
    }

    ScheduledFuture<?> watch(Conversation conversation, long timeoutMs) {
        return timer.schedule(() -> conversation.fail(FailureKind.DEADLINE, "The function did not return within "
                + timeoutMs + " ms"), timeoutMs, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
