package org.graalvisor.trace.simulate;

import java.util.Arrays;
import org.graalvisor.trace.manage.Instance;
import org.graalvisor.trace.manage.InstanceProvider;
import org.graalvisor.trace.manage.ResourceManager;

/** Instances that exist as numbers: what is resident of them, and when what will happen. */
final class SimulatedProvider implements InstanceProvider {
    private static final int FIRST_CAPACITY = 1 << 10;

    private final CostModel costs;
    private final EventQueue events = new EventQueue();
    private ResourceManager manager;
    private Instance[] instances = new Instance[FIRST_CAPACITY];
    private final ResidentMemory memory;
    private long baseBytes;
    private long nowUs;

    SimulatedProvider(CostModel costs) {
        this.costs = costs;
        this.memory = costs.retainedUs() == CostModel.UNTIL_STOPPED
                ? new HeapMemory(costs.reuseFactor())
                : new IsolateMemory(costs.retainedUs(), costs.reuseFactor());
    }

    /** Manager and provider know each other; this closes the circle. */
    void attach(ResourceManager itsManager) {
        this.manager = itsManager;
    }

    /** Sets the time at which the next calls happen. */
    void setNow(long us) {
        nowUs = us;
    }

    long nextUs() {
        return events.nextUs();
    }

    long residentBytes() {
        return baseBytes + memory.bytes(nowUs);
    }

    /** Lets the next event happen. The number of an event is twice a slot, or twice an instance plus one. */
    void step() {
        nowUs = events.nextUs();
        int number = events.remove();
        if ((number & 1) == 1) {
            manager.instanceReady(instances[number >>> 1], nowUs);
        } else {
            int slot = number >>> 1;
            memory.ends(manager.invocations().instance(slot).index(), slot, usedBytes(slot), nowUs);
            manager.invocationEnded(slot, true, nowUs);
        }
    }

    @Override
    public void start(Instance instance) {
        int index = instance.index();
        if (index >= instances.length) {
            instances = Arrays.copyOf(instances, instances.length * 2);
        }
        instances[index] = instance;
        memory.started(index);
        baseBytes += costs.instanceBaseBytes();
        events.add(nowUs + costs.coldStartUs(), index * 2 + 1);
    }

    @Override
    public void invoke(Instance instance, int slot) {
        memory.begins(instance.index(), slot, manager.invocations().function(slot), usedBytes(slot), nowUs);
        long serviceUs = costs.serviceUs(manager.invocations().durationUs(slot), manager.invocations().memoryBytes(
                slot));
        events.add(nowUs + serviceUs, slot * 2);
    }

    private long usedBytes(int slot) {
        return manager.invocations().memoryBytes(slot) + costs.invocationOverheadBytes();
    }

    @Override
    public void stop(Instance instance) {
        memory.stopped(instance.index());
        baseBytes -= costs.instanceBaseBytes();
    }
}
