package org.graalvisor.harness.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.graalvisor.harness.platform.Platform;
import org.graalvisor.harness.platform.PlatformSession;
import org.graalvisor.harness.platform.PortTakenException;
import org.graalvisor.harness.platform.StartRequest;
import org.graalvisor.harness.process.ProcessIdentity;
import org.graalvisor.trace.replay.InstanceRequest;
import org.graalvisor.trace.replay.RunningInstance;

/**
 * Runs each instance of a replay as a platform of its own. Starting and stopping use threads of the operating system, since
 * both read much of /proc; invocations, which only wait, use virtual ones. Closing it ends whatever still runs.
 */
public final class PlatformDriver implements PolicyReplay.Instances, AutoCloseable {
    private static final long DEATH_WATCH_PERIOD_MS = 50;
    private static final int START_ATTEMPTS = 3;

    private final Function<InstanceRequest, Platform> platforms;
    private final StartRequest startRequest;
    private final Duration startTimeout;
    private final FunctionModel model;
    private final Set<PlatformInstance> instances = ConcurrentHashMap.newKeySet();
    private final ExecutorService starters = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name(
            "instance-", 0).factory());
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .daemon().name("death-watch").factory());
    private final ScheduledFuture<?> deathWatch;

    private volatile boolean closed;

    /**
     * @param platforms what an instance is
     * @param startRequest how platforms are started
     * @param startTimeout longest start
     * @param model what runs in place of functions
     */
    public PlatformDriver(Function<InstanceRequest, Platform> platforms, StartRequest startRequest,
            Duration startTimeout, FunctionModel model) {
        this.platforms = platforms;
        this.startRequest = startRequest;
        this.startTimeout = startTimeout;
        this.model = model;
        this.deathWatch = watch.scheduleWithFixedDelay(this::lookForDeaths, DEATH_WATCH_PERIOD_MS,
                DEATH_WATCH_PERIOD_MS, TimeUnit.MILLISECONDS);
    }

    private void lookForDeaths() {
        instances.forEach(PlatformInstance::dieIfEnded);
    }

    @Override
    public CompletionStage<RunningInstance> start(InstanceRequest request) {
        return CompletableFuture.supplyAsync(() -> startNow(request), starters);
    }

    /** Among thousands of starts some find that another process took the port that was free just before. */
    private RunningInstance startNow(InstanceRequest request) {
        for (int attempt = 1; true; attempt++) {
            try {
                return startOnce(request);
            } catch (PortTakenException taken) {
                if (attempt == START_ATTEMPTS) {
                    throw taken;
                }
            }
        }
    }

    private RunningInstance startOnce(InstanceRequest request) {
        PlatformSession session = platforms.apply(request).start(startRequest);
        PlatformInstance instance = new PlatformInstance(request.id(), session, model, this);
        // From here on its memory counts, as that of a starting instance does.
        instances.add(instance);
        try {
            session.awaitReady(startTimeout);
            if (closed) {
                throw new IllegalStateException("the replay has ended");
            }
            return instance;
        } catch (RuntimeException failure) {
            instance.closeNow();
            throw failure;
        }
    }

    ExecutorService callers() {
        return callers;
    }

    ExecutorService starters() {
        return starters;
    }

    void ended(PlatformInstance instance) {
        instances.remove(instance);
    }

    @Override
    public List<ProcessIdentity> processes() {
        List<ProcessIdentity> processes = new ArrayList<>();
        instances.forEach(instance -> processes.addAll(instance.processes()));
        return processes;
    }

    @Override
    public void close() {
        closed = true;
        deathWatch.cancel(true);
        watch.shutdownNow();
        List<CompletableFuture<Void>> ends = instances.stream().map(instance -> CompletableFuture.runAsync(
                instance::closeNow, starters)).toList();
        ends.forEach(CompletableFuture::join);
        starters.close();
        callers.shutdownNow();
    }
}
