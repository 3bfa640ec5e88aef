package org.graalvisor.harness.replay;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.graalvisor.harness.platform.InvocationReply;
import org.graalvisor.harness.platform.Invoker;
import org.graalvisor.harness.platform.PlatformSession;
import org.graalvisor.harness.platform.SystemUnderTestException;
import org.graalvisor.harness.process.ProcessIdentity;
import org.graalvisor.trace.model.FunctionKey;
import org.graalvisor.trace.replay.InstanceDiedException;
import org.graalvisor.trace.replay.InvocationRequest;
import org.graalvisor.trace.replay.RunningInstance;
import org.graalvisor.trace.schedule.ScheduledFunction;

/** One started platform that takes invocations. A function is registered at its first one. */
final class PlatformInstance implements RunningInstance {
    private final long id;
    private final PlatformSession session;
    private final FunctionModel model;
    private final PlatformDriver driver;
    private final Map<FunctionKey, CompletableFuture<Void>> registrations = new ConcurrentHashMap<>();
    private final InvokerPool invokers;
    private final CompletableFuture<Void> died = new CompletableFuture<>();
    private volatile boolean stopping;
    private boolean closed;

    PlatformInstance(long id, PlatformSession session, FunctionModel model, PlatformDriver driver) {
        this.id = id;
        this.session = session;
        this.model = model;
        this.driver = driver;
        this.invokers = new InvokerPool(session::openInvoker, System::nanoTime);
    }

    @Override
    public CompletionStage<org.graalvisor.trace.replay.InvocationReply> invoke(InvocationRequest request) {
        return CompletableFuture.supplyAsync(() -> exchange(request), driver.callers());
    }

    private org.graalvisor.trace.replay.InvocationReply exchange(InvocationRequest request) {
        register(request.function());
        Invoker invoker = invokers.take();
        try {
            InvocationReply reply = invoker.invoke(model.sent(request));
            invokers.giveBack(invoker);
            return new org.graalvisor.trace.replay.InvocationReply(reply.status(), model.isCorrect(request, reply),
                    ReportedTime.us(reply.body()));
        } catch (IOException broken) {
            invoker.close();
            throw failure("invocation " + request.index() + " was not answered: " + broken.getMessage(), broken);
        }
    }

    /** Those who come while another registers wait for it. */
    private void register(ScheduledFunction function) {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> first = registrations.putIfAbsent(function.key(), mine);
        if (first != null) {
            await(first);
            return;
        }
        try {
            session.register(model.registered(function));
            mine.complete(null);
        } catch (RuntimeException failure) {
            registrations.remove(function.key());
            RuntimeException known = failure(failure.getMessage(), failure);
            mine.completeExceptionally(known);
            throw known;
        }
    }

    private static void await(CompletableFuture<Void> registration) {
        try {
            registration.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException known ? known : failure;
        }
    }

    private RuntimeException failure(String message, Exception cause) {
        return session.isAlive()
                ? new SystemUnderTestException(message, cause)
                : new InstanceDiedException("instance " + id + " has ended: " + message);
    }

    @Override
    public CompletionStage<Void> died() {
        return died;
    }

    void dieIfEnded() {
        if (!stopping && !died.isDone() && !session.isAlive()) {
            died.complete(null);
        }
    }

    List<ProcessIdentity> processes() {
        return session.roots();
    }

    @Override
    public CompletionStage<Void> stop() {
        stopping = true;
        return CompletableFuture.runAsync(this::closeNow, driver.starters());
    }

    /** Ends the processes and waits for their end, also when another thread is about it. */
    synchronized void closeNow() {
        if (closed) {
            return;
        }
        stopping = true;
        closed = true;
        try {
            session.close();
            invokers.close();
        } finally {
            driver.ended(this);
        }
    }
}
