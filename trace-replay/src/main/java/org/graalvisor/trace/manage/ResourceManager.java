package org.graalvisor.trace.manage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graalvisor.trace.schedule.ScheduledFunction;

/**
 * Gives every invocation an instance: one that is there and has room, or a new one while memory lasts. Used by one
 * thread; never waits. Time only goes forward.
 */
public final class ResourceManager {
    private final Policy policy;
    private final ManagerOptions options;
    private final InstanceProvider provider;
    private final ManagerListener listener;
    private final boolean exclusive;
    private final boolean reserves;
    private final long keepAliveUs;
    private final long memoryCapBytes;
    private final Group[] groups;
    private final long[] budgetBytes;
    private final long[] instanceBytes;
    private final InvocationTable invocations = new InvocationTable();
    private final IdleList idle = new IdleList();
    private final WaitingLine waiting;
    private final Deque<Integer> freeIndexes = new ArrayDeque<>();
    private long accountedBytes;
    private long reservedBytes;
    private int instances;

    private long arrived;
    private long completed;
    private long failed;
    private long ignored;
    private long inFlight;
    private long coldInvocations;
    private long started;
    private long instancesFailed;
    private long evicted;
    private long expired;

    /**
     * @param policy which functions share an instance
     * @param options memory, keep-alive, queue
     * @param functions functions by index
     * @param provider what runs them
     * @param listener hears of the end of every invocation
     */
    public ResourceManager(Policy policy, ManagerOptions options, List<ScheduledFunction> functions,
            InstanceProvider provider, ManagerListener listener) {
        this.policy = policy;
        this.options = options;
        this.provider = provider;
        this.listener = listener;
        this.exclusive = policy.isExclusive();
        this.reserves = options.accounting().reserves(policy);
        this.keepAliveUs = options.keepAliveUs();
        this.memoryCapBytes = options.memoryCapBytes();
        Map<Object, Group> byName = new HashMap<>();
        this.groups = functions.stream().map(f -> byName.computeIfAbsent(policy.group(f), name -> new Group()))
                .toArray(Group[]::new);
        this.budgetBytes = functions.stream().mapToLong(ScheduledFunction::budgetBytes).toArray();
        this.instanceBytes = functions.stream().mapToLong(policy::instanceBytes).toArray();
        this.waiting = new WaitingLine(options.queueCapacity());
    }

    /**
     * An invocation arrives.
     *
     * @param index its position in the schedule
     * @param function index of its function
     * @param durationUs how long it will run
     * @param memoryBytes how much memory it will use
     * @param nowUs the time
     */
    public void arrive(long index, int function, long durationUs, long memoryBytes, long nowUs) {
        advanceTo(nowUs);
        arrived++;
        int slot = invocations.add(index, function, nowUs, durationUs, memoryBytes);
        if (!waiting.isEmpty() || !place(slot)) {
            if (!waiting.add(slot)) {
                ignore(slot, nowUs);
            }
        }
    }

    private void ignore(int slot, long nowUs) {
        ignored++;
        listener.ended(slot, Ending.IGNORED, nowUs);
        invocations.release(slot);
    }

    private boolean place(int slot) {
        int function = invocations.function(slot);
        long neededBytes = budgetBytes[function];
        Instance instance = groups[function].firstWithRoom(neededBytes);
        if (instance != null) {
            long moreBytes = reserves ? 0 : neededBytes;
            if (!makeRoom(moreBytes, instance)) {
                return false;
            }
            assign(slot, instance, neededBytes);
            return true;
        }
        long baseBytes = reserves
                ? Math.max(instanceBytes[function], options.instanceBaseBytes() + neededBytes)
                : options.instanceBaseBytes();
        if (!makeRoom(baseBytes + (reserves ? 0 : neededBytes), null)) {
            return false;
        }
        assign(slot, start(function, baseBytes), neededBytes);
        return true;
    }

    /** Evicts idle instances when, and only when, that makes enough room. */
    private boolean makeRoom(long bytes, Instance spared) {
        if (bytes <= memoryCapBytes - accountedBytes) {
            return true;
        }
        if (options.eviction() == Eviction.NONE) {
            return false;
        }
        long sparedBytes = spared != null && spared.idle ? spared.accountedBytes : 0;
        if (bytes > memoryCapBytes - accountedBytes + idle.accountedBytes() - sparedBytes) {
            return false;
        }
        while (bytes > memoryCapBytes - accountedBytes) {
            Instance victim = idle.first() == spared ? idle.after(spared) : idle.first();
            evicted++;
            stop(victim);
        }
        return true;
    }

    private Instance start(int function, long baseBytes) {
        started++;
        int index = freeIndexes.isEmpty() ? instances : freeIndexes.pop();
        instances++;
        Instance instance = new Instance(started - 1, index, groups[function], instanceBytes[function], function);
        instance.accountedBytes = baseBytes;
        accountedBytes += baseBytes;
        reservedBytes += instance.sizeBytes();
        instance.group().add(instance);
        provider.start(instance);
        return instance;
    }

    private void assign(int slot, Instance instance, long neededBytes) {
        if (instance.idle) {
            idle.remove(instance);
        }
        // An exclusive instance has no room left, not even for a function that needs none.
        instance.freeBytes = exclusive ? -1 : instance.freeBytes - neededBytes;
        instance.group().update(instance);
        if (!reserves) {
            instance.accountedBytes += neededBytes;
            accountedBytes += neededBytes;
        }
        instance.inFlight++;
        inFlight++;
        invocations.assign(slot, instance, !instance.ready);
        if (instance.ready) {
            provider.invoke(instance, slot);
        } else {
            coldInvocations++;
        }
    }

    /** An instance is ready; the invocations that waited for it begin. */
    public void instanceReady(Instance instance, long nowUs) {
        instance.ready = true;
        for (int slot = instance.firstSlot; slot != InvocationTable.NONE;) {
            // The provider may not report an end from within, so the list stays as it is.
            int after = invocations.after(slot);
            provider.invoke(instance, slot);
            slot = after;
        }
        if (instance.inFlight == 0) {
            becomeIdle(instance, nowUs);
        }
    }

    /** An instance did not start, or died; its invocations fail with it. */
    public void instanceFailed(Instance instance, long nowUs) {
        instancesFailed++;
        instance.group().remove(instance);
        if (instance.idle) {
            idle.remove(instance);
        }
        for (int slot = instance.firstSlot; slot != InvocationTable.NONE;) {
            int after = invocations.after(slot);
            inFlight--;
            failed++;
            listener.ended(slot, Ending.FAILED, nowUs);
            invocations.release(slot);
            slot = after;
        }
        instance.firstSlot = InvocationTable.NONE;
        forget(instance);
        admitWaiting(nowUs);
    }

    /**
     * An invocation ended.
     *
     * @param slot which
     * @param succeeded whether it was answered correctly
     * @param nowUs the time
     */
    public void invocationEnded(int slot, boolean succeeded, long nowUs) {
        Instance instance = invocations.instance(slot);
        inFlight--;
        if (succeeded) {
            completed++;
        } else {
            failed++;
        }
        listener.ended(slot, succeeded ? Ending.COMPLETED : Ending.FAILED, nowUs);
        long budget = budgetBytes[invocations.function(slot)];
        instance.freeBytes = exclusive ? instance.sizeBytes() : instance.freeBytes + budget;
        instance.group().update(instance);
        if (!reserves) {
            instance.accountedBytes -= budget;
            accountedBytes -= budget;
        }
        invocations.unassign(slot);
        invocations.release(slot);
        if (--instance.inFlight == 0) {
            becomeIdle(instance, nowUs);
        }
        admitWaiting(nowUs);
    }

    private void becomeIdle(Instance instance, long nowUs) {
        idle.add(instance, nowUs);
        if (keepAliveUs == 0) {
            expired++;
            stop(instance);
        }
    }

    private void admitWaiting(long nowUs) {
        while (!waiting.isEmpty()) {
            int slot = waiting.first();
            if (nowUs - invocations.arrivalUs(slot) >= options.queueTimeoutUs()) {
                waiting.removeFirst();
                ignore(slot, nowUs);
            } else if (place(slot)) {
                waiting.removeFirst();
            } else {
                return;
            }
        }
    }

    /** Stops instances whose keep-alive is over, and ignores invocations that have waited too long. */
    public void advanceTo(long nowUs) {
        while (idle.size() > 0 && nowUs - idle.firstSinceUs() >= keepAliveUs) {
            expired++;
            stop(idle.first());
        }
        if (!waiting.isEmpty()) {
            admitWaiting(nowUs);
        }
    }

    /** Returns when {@link #advanceTo} has something to do next; {@link Long#MAX_VALUE} when nothing is planned. */
    public long nextDeadlineUs() {
        long expiryUs = idle.size() == 0 ? Long.MAX_VALUE : idle.firstSinceUs() + keepAliveUs;
        return waiting.isEmpty()
                ? expiryUs
                : Math.min(expiryUs, invocations.arrivalUs(waiting.first()) + options.queueTimeoutUs());
    }

    private void stop(Instance instance) {
        idle.remove(instance);
        instance.group().remove(instance);
        forget(instance);
    }

    private void forget(Instance instance) {
        accountedBytes -= instance.accountedBytes;
        reservedBytes -= instance.sizeBytes();
        instances--;
        provider.stop(instance);
        freeIndexes.push(instance.index());
    }

    /** Returns the invocations that have arrived and not ended. */
    public InvocationTable invocations() {
        return invocations;
    }

    /** Returns the policy's name. */
    public String policyName() {
        return policy.name();
    }

    /** Returns what became of invocations and instances so far. */
    public Counts counts() {
        return new Counts(arrived, completed, failed, ignored, waiting.size(), inFlight, coldInvocations, started,
                instancesFailed, evicted, expired);
    }

    /** Returns the number of instances, idle ones included. */
    public int instances() {
        return instances;
    }

    /** Returns the number of instances that run at least one invocation or are starting. */
    public int activeInstances() {
        return instances - idle.size();
    }

    /** Returns the number of invocations running or waiting for the start of their instance. */
    public long inFlight() {
        return inFlight;
    }

    /** Returns what counts against the cap, in bytes. */
    public long accountedBytes() {
        return accountedBytes;
    }

    /** Returns what all instances may use together, in bytes. */
    public long reservedBytes() {
        return reservedBytes;
    }
}
