package org.graalvisor.trace.replay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.graalvisor.trace.manage.Instance;
import org.graalvisor.trace.manage.InstanceProvider;
import org.graalvisor.trace.manage.InvocationTable;
import org.graalvisor.trace.manage.ResourceManager;
import org.graalvisor.trace.schedule.Schedule;

/**
 * Lets a driver do what the manager wants, and brings its answers back to the loop's thread. An answer that comes too late,
 * after a timeout or the end of the instance, is not heard.
 */
final class DriverProvider implements InstanceProvider {
    private static final long NS_PER_US = 1000;

    private final EventLoop loop;
    private final InstanceDriver driver;
    private final ReplayOptions options;
    private final Schedule schedule;
    private final boolean exclusive;
    private final Recorder recorder;
    private final Map<Instance, Handle> handles = new LinkedHashMap<>();
    private final Map<Integer, Attempt> attempts = new LinkedHashMap<>();
    private ResourceManager manager;
    private Runnable afterEvent = () -> {};
    private long originNs;
    private int unconfirmed;
    private boolean closing;

    /** An instance, from the request until its end is confirmed. */
    private static final class Handle {
        private final Instance instance;
        private Optional<RunningInstance> running = Optional.empty();
        private boolean over;

        Handle(Instance instance) {
            this.instance = instance;
        }
    }

    /** An invocation that was sent. */
    private static final class Attempt {
        private final Handle handle;
        private final int slot;
        private long completedNs;

        Attempt(Handle handle, int slot) {
            this.handle = handle;
            this.slot = slot;
        }
    }

    DriverProvider(EventLoop loop, InstanceDriver driver, ReplayOptions options, Schedule schedule, boolean exclusive,
            Recorder recorder) {
        this.loop = loop;
        this.driver = driver;
        this.options = options;
        this.schedule = schedule;
        this.exclusive = exclusive;
        this.recorder = recorder;
    }

    /** Manager and provider know each other; this closes the circle. */
    void attach(ResourceManager itsManager, long itsOriginNs, Runnable itsAfterEvent) {
        this.manager = itsManager;
        this.originNs = itsOriginNs;
        this.afterEvent = itsAfterEvent;
    }

    @Override
    public void start(Instance instance) {
        Handle handle = new Handle(instance);
        handles.put(instance, handle);
        unconfirmed++;
        InstanceRequest request = new InstanceRequest(instance.id(),
                schedule.functions().get(instance.firstFunction()), instance.sizeBytes());
        attempt(() -> driver.start(request)).whenComplete(
                (running, failure) -> loop.execute(() -> started(handle, Optional.ofNullable(running))));
        loop.at(loop.nowNs() + options.startTimeoutNs(), () -> {
            if (handle.running.isEmpty() && !handle.over) {
                fail(handle);
            }
        });
    }

    private void started(Handle handle, Optional<RunningInstance> running) {
        if (running.isEmpty()) {
            unconfirmed--;
            if (!handle.over) {
                fail(handle);
            }
            return;
        }
        handle.running = running;
        if (handle.over) {
            end(running.get());
            return;
        }
        running.get().died().whenComplete((nothing, failure) -> loop.execute(() -> fail(handle)));
        manager.instanceReady(handle.instance, nowUs());
        afterEvent.run();
    }

    /** The manager then lets the invocations of the instance fail, and asks to stop it. */
    private void fail(Handle handle) {
        if (!handle.over) {
            manager.instanceFailed(handle.instance, nowUs());
            afterEvent.run();
        }
    }

    @Override
    public void invoke(Instance instance, int slot) {
        Handle handle = handles.get(instance);
        InvocationTable invocations = manager.invocations();
        Attempt attempt = new Attempt(handle, slot);
        attempts.put(slot, attempt);
        InvocationRequest request = new InvocationRequest(invocations.index(slot),
                schedule.functions().get(invocations.function(slot)), invocations.durationUs(slot),
                invocations.memoryBytes(slot));
        attempt(() -> handle.running.orElseThrow().invoke(request)).whenComplete((reply, failure) -> {
            long completedNs = loop.nowNs();
            loop.execute(() -> replied(attempt, Optional.ofNullable(reply), failure, completedNs));
        });
        loop.at(loop.nowNs() + request.durationUs() * NS_PER_US + options.replyTimeoutNs(), () -> timedOut(attempt));
    }

    private void replied(Attempt attempt, Optional<InvocationReply> reply, Throwable failure, long completedNs) {
        if (!isOpen(attempt)) {
            return;
        }
        attempt.completedNs = completedNs;
        if (rootOf(failure) instanceof InstanceDiedException) {
            fail(attempt.handle);
            return;
        }
        reply.ifPresent(known -> recorder.replied((int) manager.invocations().index(attempt.slot), known));
        end(attempt, reply.map(InvocationReply::isCorrect).orElse(false));
    }

    /** Stages that follow from others wrap their failures. */
    private static Throwable rootOf(Throwable failure) {
        return failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
    }

    /** An instance that can do nothing else is lost with its invocation; a shared one goes on. */
    private void timedOut(Attempt attempt) {
        if (!isOpen(attempt)) {
            return;
        }
        attempt.completedNs = loop.nowNs();
        if (exclusive) {
            fail(attempt.handle);
        } else {
            end(attempt, false);
        }
    }

    private void end(Attempt attempt, boolean correct) {
        manager.invocationEnded(attempt.slot, correct, nowUs());
        afterEvent.run();
    }

    /** Slots are reused: an attempt is open while its slot is still its own. */
    private boolean isOpen(Attempt attempt) {
        return !closing && attempts.get(attempt.slot) == attempt;
    }

    /** Closes the attempt of a slot, and returns when it was answered. */
    long close(int slot) {
        Attempt attempt = attempts.remove(slot);
        return attempt == null || attempt.completedNs == 0 ? loop.nowNs() : attempt.completedNs;
    }

    @Override
    public void stop(Instance instance) {
        Handle handle = handles.remove(instance);
        handle.over = true;
        handle.running.ifPresent(this::end);
    }

    private void end(RunningInstance running) {
        attempt(running::stop).whenComplete((nothing, failure) -> loop.execute(() -> {
            // A stop that failed stays unconfirmed, which makes the run invalid.
            unconfirmed -= failure == null ? 1 : 0;
        }));
    }

    /**
     * Stops every instance that is left and waits for the end of all. The manager hears of nothing any more, so that what
     * is unfinished stays so. Returns how many did not confirm their end.
     */
    int stopAll(BooleanSupplier giveUp) {
        closing = true;
        handles.values().forEach(handle -> {
            handle.over = true;
            handle.running.ifPresent(this::end);
        });
        handles.clear();
        loop.runUntil(() -> unconfirmed == 0 || giveUp.getAsBoolean());
        return unconfirmed;
    }

    private long nowUs() {
        return (loop.nowNs() - originNs) / NS_PER_US;
    }

    /** A driver that throws at once has failed like one that fails later. */
    private static <T> CompletionStage<T> attempt(Supplier<CompletionStage<T>> call) {
        try {
            return call.get();
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }
}
