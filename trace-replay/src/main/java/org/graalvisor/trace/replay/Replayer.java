package org.graalvisor.trace.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.graalvisor.results.Verdict;
import org.graalvisor.trace.manage.Counts;
import org.graalvisor.trace.manage.Ending;
import org.graalvisor.trace.manage.ManagerOptions;
import org.graalvisor.trace.manage.Policy;
import org.graalvisor.trace.manage.ResourceManager;
import org.graalvisor.trace.schedule.Schedule;

/**
 * Replays a schedule, open loop: an invocation is sent when the schedule says so, whatever became of those before it. One
 * object runs one replay, on the calling thread.
 */
public final class Replayer {
    private static final long NS_PER_US = 1000;

    private final EventLoop loop;
    private final Schedule schedule;
    private final ReplayOptions options;
    private final SamplingHook hook;
    private final Executor hookExecutor;
    private final BooleanSupplier stop;
    private final ResourceManager manager;
    private final DriverProvider provider;
    private final Recorder recorder;
    private final List<ReplaySample> samples = new ArrayList<>();
    private final List<String> abortReasons = new ArrayList<>();
    private final long originNs;
    private long armedUs = Long.MAX_VALUE;
    private int next;
    private boolean drainOver;
    private boolean open = true;

    /**
     * Where a replay runs and what watches it.
     *
     * @param loop its time and thread
     * @param driver starts instances
     * @param hook takes samples
     * @param hookExecutor where the hook runs, so that reading the memory of many processes delays no arrival
     * @param stop asked at every arrival and sample; true ends the replay early
     */
    public record Surroundings(EventLoop loop, InstanceDriver driver, SamplingHook hook, Executor hookExecutor,
            BooleanSupplier stop) {}

    private Replayer(Surroundings surroundings, Schedule schedule, Policy policy, ManagerOptions managerOptions,
            ReplayOptions options) {
        this.loop = surroundings.loop();
        this.schedule = schedule;
        this.options = options;
        this.hook = surroundings.hook();
        this.hookExecutor = surroundings.hookExecutor();
        this.stop = surroundings.stop();
        this.recorder = new Recorder(schedule);
        this.provider = new DriverProvider(loop, surroundings.driver(), options, schedule, policy.isExclusive(),
                recorder);
        this.manager = new ResourceManager(policy, managerOptions, schedule.functions(), provider, this::ended);
        this.originNs = loop.nowNs();
    }

    /**
     * Replays a schedule, then ends every instance.
     *
     * @param surroundings where it runs and what watches it
     * @param schedule what arrives
     * @param policy which functions share an instance
     * @param managerOptions the node
     * @param options limits
     */
    public static ReplayResult run(Surroundings surroundings, Schedule schedule, Policy policy,
            ManagerOptions managerOptions, ReplayOptions options) {
        return new Replayer(surroundings, schedule, policy, managerOptions, options).run();
    }

    private ReplayResult run() {
        provider.attach(manager, originNs, this::arm);
        int unconfirmed;
        try {
            loop.execute(this::sendDue);
            loop.execute(this::takeSample);
            loop.runUntil(this::isOver);
        } finally {
            open = false;
            long giveUpNs = loop.nowNs() + options.stopTimeoutNs();
            // Lets a loop in virtual time reach that moment when no event is left.
            loop.at(giveUpNs, () -> {});
            unconfirmed = provider.stopAll(() -> loop.nowNs() >= giveUpNs);
        }
        return new ReplayResult(manager.policyName(), recorder.records(), samples, manager.counts(),
                verdict(unconfirmed));
    }

    private boolean isOver() {
        boolean allEnded = next == schedule.size() && manager.inFlight() == 0 && manager.counts().queued() == 0
                && elapsedNs() >= schedule.lengthUs() * NS_PER_US;
        return allEnded || drainOver || !abortReasons.isEmpty();
    }

    private void sendDue() {
        if (!open) {
            return;
        }
        if (stop.getAsBoolean()) {
            abortReasons.add("stopped before arrival " + next + " of " + schedule.size());
            return;
        }
        while (next < schedule.size() && schedule.arrivalUs(next) * NS_PER_US <= elapsedNs()) {
            send(next++);
        }
        if (next < schedule.size()) {
            loop.at(originNs + schedule.arrivalUs(next) * NS_PER_US, this::sendDue);
        } else {
            long endNs = originNs + schedule.lengthUs() * NS_PER_US;
            loop.at(endNs, () -> loop.at(Math.max(endNs, loop.nowNs()) + options.drainNs(), () -> drainOver = true));
        }
    }

    private void send(int arrival) {
        recorder.sent(arrival, elapsedNs());
        manager.arrive(arrival, schedule.function(arrival), schedule.durationUs(arrival),
                schedule.memoryBytes(arrival), elapsedNs() / NS_PER_US);
        arm();
    }

    /** Wakes the manager when it has something to do, such as stopping an idle instance. */
    private void arm() {
        long deadlineUs = manager.nextDeadlineUs();
        if (deadlineUs >= armedUs) {
            return;
        }
        armedUs = deadlineUs;
        loop.at(originNs + deadlineUs * NS_PER_US, () -> {
            if (open && armedUs == deadlineUs) {
                armedUs = Long.MAX_VALUE;
                manager.advanceTo(elapsedNs() / NS_PER_US);
                arm();
            }
        });
    }

    private void takeSample() {
        if (!open) {
            return;
        }
        if (stop.getAsBoolean()) {
            abortReasons.add("stopped after arrival " + next + " of " + schedule.size());
            return;
        }
        Counts counts = manager.counts();
        ReplaySample sample = new ReplaySample(elapsedNs(), manager.instances(), manager.activeInstances(),
                counts.inFlight(), counts.queued(), manager.accountedBytes(), manager.reservedBytes());
        samples.add(sample);
        hookExecutor.execute(() -> hook.sample(sample)
                .ifPresent(reason -> loop.execute(() -> abortReasons.add(reason))));
        loop.at(originNs + samples.size() * options.samplePeriodNs(), this::takeSample);
    }

    private void ended(int slot, Ending ending, long nowUs) {
        int index = (int) manager.invocations().index(slot);
        long completedNs = provider.close(slot) - originNs;
        if (ending == Ending.IGNORED) {
            recorder.dropped(index);
        } else {
            recorder.ended(index, ending == Ending.COMPLETED, manager.invocations().isCold(slot), completedNs);
        }
    }

    private long elapsedNs() {
        return loop.nowNs() - originNs;
    }

    private Verdict verdict(int unconfirmed) {
        Verdict verdict = Verdict.valid();
        for (String reason : abortReasons) {
            verdict = verdict.and(Verdict.invalid(reason));
        }
        Counts counts = manager.counts();
        if (!counts.isConserved() || counts.arrived() != next) {
            verdict = verdict.and(Verdict.invalid("conservation broken: " + counts));
        }
        if (unconfirmed > 0) {
            verdict = verdict.and(Verdict.invalid(unconfirmed + " instances did not confirm their end"));
        }
        long late = abortReasons.isEmpty()
                ? recorder.unfinishedThatShouldHaveEnded(schedule.lengthUs()
                        + options.drainNs() / NS_PER_US)
                : 0;
        if (late > 0) {
            verdict = verdict.and(Verdict.degraded(late + " invocations unfinished when the drain was over"));
        }
        return verdict;
    }
}
