package org.graalvisor.baselines.photons.http;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import org.graalvisor.baselines.photons.rewrite.FunctionImage;
import org.graalvisor.baselines.photons.rewrite.SharedStateException;

/** POST /invoke. */
final class Invoker implements AutoCloseable {
    private static final List<String> FIELDS = List.of("fid", "timeoutMs");
    /** A year. */
    private static final long MAX_TIMEOUT_MS = 365L * 24 * 3600 * 1000;

    private final Registration registration;
    private final Semaphore places;
    private final Deadlines deadlines = new Deadlines();
    private final PhotonsSettings settings;

    Invoker(Registration registration, PhotonsSettings settings) {
        this.registration = registration;
        this.settings = settings;
        this.places = new Semaphore(settings.maxThreads());
    }

    void invoke(Conversation conversation, byte[] body) throws RequestFailure {
        Query query = conversation.query(FIELDS);
        FunctionImage function = registration.find(query.require("fid"));
        long timeoutMs = query.number("timeoutMs", 1, MAX_TIMEOUT_MS).orElse(settings.defaultTimeoutMs());
        String json = JsonCheck.check(body);
        if (!places.tryAcquire()) {
            throw new RequestFailure(FailureKind.NO_CAPACITY, settings.maxThreads()
                    + " invocations are running, the most --max-threads allows; try again");
        }
        ScheduledFuture<?> deadline = deadlines.watch(conversation, timeoutMs);
        try {
            conversation.reply(call(function, json));
        } finally {
            deadline.cancel(false);
            places.release();
        }
    }

    private static String call(FunctionImage function, String json) throws RequestFailure {
        Optional<String> reply;
        try {
            reply = function.invoke(json);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (cause instanceof OutOfMemoryError) {
                throw new RequestFailure(FailureKind.OVER_BUDGET,
                        "The heap that all invocations share is exhausted: " + cause.getMessage());
            }
            throw new RequestFailure(FailureKind.FUNCTION_THREW, String.valueOf(cause));
        } catch (SharedStateException e) {
            throw new RequestFailure(FailureKind.FUNCTION_THREW, e.getMessage());
        }
        return reply.orElseThrow(() -> new RequestFailure(FailureKind.FUNCTION_THREW, "the function returned null"));
    }

    @Override
    public void close() {
        deadlines.close();
    }
}
