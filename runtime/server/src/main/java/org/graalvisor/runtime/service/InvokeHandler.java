package org.graalvisor.runtime.service;

import java.util.List;
import java.util.Optional;
import org.graalvisor.isolate.InvocationOutcome;
import org.graalvisor.runtime.dispatch.Connection;
import org.graalvisor.runtime.dispatch.Worker;
import org.graalvisor.runtime.error.ErrorKind;
import org.graalvisor.runtime.error.RequestException;
import org.graalvisor.runtime.function.FunctionCache;
import org.graalvisor.runtime.function.FunctionContext;
import org.graalvisor.runtime.function.ProgramLoadException;
import org.graalvisor.runtime.function.Reaper;
import org.graalvisor.runtime.function.RegisteredFunction;
import org.graalvisor.runtime.http.QueryParameters;
import org.graalvisor.runtime.http.Reply;
import org.graalvisor.runtime.http.RequestHead;
import org.graalvisor.runtime.time.NanoClock;

/** POST /invoke: function cache, isolate pool, isolate, reply; all on the calling thread. */
final class InvokeHandler {
    private static final List<String> FIELDS = List.of("fid", "timeoutMs");
    /** A year; keeps deadlines within the clock's range. */
    static final long MAX_TIMEOUT_MS = 365L * 24 * 3600 * 1000;
    /** A function that takes less on average is run by the polling thread itself: handing over costs about as much. */
    private static final long INLINE_NANOS = 100_000;
    private static final InvocationOutcome TOO_LATE = new InvocationOutcome.Threw("its deadline has passed");

    private final FunctionCache cache;
    private final Reaper reaper;
    private final InvocationMetrics metrics;
    private final JsonValidator validator = new JsonValidator();
    private final NanoClock clock;
    private final NanoClock threadCpuClock;
    private final long defaultTimeoutMs;

    InvokeHandler(FunctionCache cache, Reaper reaper, InvocationMetrics metrics, NanoClock clock,
            NanoClock threadCpuClock, long defaultTimeoutMs) {
        this.cache = cache;
        this.reaper = reaper;
        this.metrics = metrics;
        this.clock = clock;
        this.threadCpuClock = threadCpuClock;
        this.defaultTimeoutMs = defaultTimeoutMs;
    }

    /** Checks what the head alone tells. */
    void check(RequestHead head) {
        try {
            QueryParameters parameters = QueryParameters.parse(head.query(), FIELDS);
            find(parameters.require("fid"));
            timeoutMs(parameters);
        } catch (RequestException e) {
            metrics.count(e);
            throw e;
        }
    }

    Optional<Reply> invoke(RequestHead head, byte[] body, Connection connection, Worker worker) {
        long startNanos = clock.nanoTime();
        Invocation invocation;
        RegisteredFunction function;
        try {
            QueryParameters parameters = QueryParameters.parse(head.query(), FIELDS);
            function = find(parameters.require("fid"));
            validator.check(body);
            if (!function.enter()) {
                throw FunctionCache.unknown(function.spec().id());
            }
            invocation = new Invocation(connection, function.spec().id(), startNanos, timeoutMs(parameters), metrics);
        } catch (RequestException e) {
            metrics.count(e);
            throw e;
        }
        worker.begin(invocation);
        Optional<InvocationOutcome> outcome;
        try {
            outcome = run(function, invocation, body, worker);
        } catch (RequestException e) {
            if (!worker.end(invocation)) {
                return Optional.empty();
            }
            metrics.count(e);
            throw e;
        } catch (RuntimeException | Error e) {
            if (!worker.end(invocation)) {
                return Optional.empty();
            }
            metrics.count(InvocationOutcomeKind.INTERNAL);
            throw e;
        }
        return outcome.isEmpty() ? Optional.empty() : Optional.of(reply(outcome.get()));
    }

    /** Empty when the overseer has answered already. */
    private Optional<InvocationOutcome> run(RegisteredFunction function, Invocation invocation, byte[] body,
            Worker worker) {
        if (function.typicalNanos() <= INLINE_NANOS) {
            Optional<FunctionContext> warm = function.takeWarm();
            if (warm.isPresent()) {
                return call(function, warm.get(), invocation, body, worker);
            }
        }
        if (!worker.aboutToBlock()) {
            function.leave();
            throw Worker.noCapacity();
        }
        function.awaitTurn();
        long beganNanos = clock.nanoTime();
        long cpuNanos = threadCpuClock.nanoTime();
        boolean ran = false;
        try {
            Optional<InvocationOutcome> outcome = call(function, acquire(function, invocation), invocation, body,
                    worker);
            ran = true;
            return outcome;
        } catch (ProgramLoadException e) {
            return worker.end(invocation) ? Optional.of(e.outcome()) : Optional.empty();
        } finally {
            if (ran) {
                function.endTurn(clock.nanoTime() - beganNanos, threadCpuClock.nanoTime() - cpuNanos);
            } else {
                function.endTurn();
            }
        }
    }

    private Optional<InvocationOutcome> call(RegisteredFunction function, FunctionContext context,
            Invocation invocation, byte[] body, Worker worker) {
        InvocationOutcome outcome;
        long calledNanos = clock.nanoTime();
        try {
            outcome = invocation.enter(context.cancellation()) ? checked(function, context.invoke(body)) : TOO_LATE;
        } catch (RuntimeException | Error e) {
            function.discard(context);
            throw e;
        }
        long durationNanos = clock.nanoTime() - calledNanos;
        metrics.duration(durationNanos);
        if (!worker.end(invocation)) {
            function.discard(context);
            return Optional.empty();
        }
        switch (outcome) {
            case InvocationOutcome.Replied replied -> function.recycle(context, durationNanos);
            case InvocationOutcome.OverBudget overBudget -> function.discardExhausted(context);
            default -> function.discard(context);
        }
        return Optional.of(outcome);
    }

    /** What a compiled function returns is its author's business; a script's reply that is no JSON is a mistake to report. */
    private InvocationOutcome checked(RegisteredFunction function, InvocationOutcome outcome) {
        if (!function.spec().isScript() || !(outcome instanceof InvocationOutcome.Replied replied)) {
            return outcome;
        }
        Optional<String> problem = validator.problem(replied.json());
        return problem.isEmpty()
                ? outcome
                : new InvocationOutcome.Threw("the function's reply is not JSON: " + problem.get());
    }

    private FunctionContext acquire(RegisteredFunction function, Invocation invocation) {
        Optional<FunctionContext> warm = function.takeWarm();
        if (warm.isPresent()) {
            return warm.get();
        }
        boolean created = false;
        try {
            FunctionContext context = function.create(invocation);
            created = true;
            reaper.wake();
            return context;
        } finally {
            if (!created) {
                function.leave();
            }
        }
    }

    private Reply reply(InvocationOutcome outcome) {
        return switch (outcome) {
            case InvocationOutcome.Replied replied -> {
                metrics.count(InvocationOutcomeKind.REPLIED);
                yield Reply.json(replied.json());
            }
            case InvocationOutcome.Threw threw -> {
                metrics.count(InvocationOutcomeKind.THREW);
                throw new RequestException(ErrorKind.FUNCTION_THREW, threw.message());
            }
            case InvocationOutcome.Refused refused -> {
                metrics.count(InvocationOutcomeKind.THREW);
                throw new RequestException(ErrorKind.FUNCTION_THREW, refused.message());
            }
            case InvocationOutcome.OverBudget overBudget -> {
                metrics.count(InvocationOutcomeKind.OVER_BUDGET);
                throw new RequestException(ErrorKind.OVER_BUDGET, overBudget.message());
            }
        };
    }

    private RegisteredFunction find(String id) {
        return cache.find(id).orElseThrow(() -> FunctionCache.unknown(id));
    }

    private long timeoutMs(QueryParameters parameters) {
        return parameters.find("timeoutMs").isEmpty()
                ? defaultTimeoutMs
                : parameters.requireNumber("timeoutMs", 1, MAX_TIMEOUT_MS);
    }
}
