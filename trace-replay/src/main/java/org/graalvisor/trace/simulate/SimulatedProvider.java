package org.graalvisor.trace.simulate;

import java.util.Arrays;
import org.graalvisor.trace.manage.Instance;
import org.graalvisor.trace.manage.InstanceProvider;
import org.graalvisor.trace.manage.ResourceManager;

/** Instances that exist as numbers: how much memory each holds, and when what will happen. */
final class SimulatedProvider implements InstanceProvider {
    private static final int FIRST_CAPACITY = 1 << 10;
    // Offsets within the memory of an instance.
    private static final int LIVE = 0;
    private static final int PEAK = 1;
    private static final int RETAINED = 2;
    private static final int WIDTH = 4;

    private final CostModel costs;
    private final EventQueue events = new EventQueue();
    private ResourceManager manager;
    private Instance[] instances = new Instance[FIRST_CAPACITY];
    /** Of each instance what its invocations use, the most they ever used, and what stays of that. */
    private long[] memory = new long[FIRST_CAPACITY * WIDTH];
    private long residentBytes;
    private long nowUs;

    SimulatedProvider(CostModel costs) {
        this.costs = costs;
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
        return residentBytes;
    }

    /** Lets the next event happen. The number of an event is twice a slot, or twice an instance plus one. */
    void step() {
        nowUs = events.nextUs();
        int number = events.remove();
        if ((number & 1) == 1) {
            manager.instanceReady(instances[number >>> 1], nowUs);
        } else {
            int slot = number >>> 1;
            changeLive(manager.invocations().instance(slot).index(), -usedBytes(slot));
            manager.invocationEnded(slot, true, nowUs);
        }
    }

    @Override
    public void start(Instance instance) {
        int index = instance.index();
        if (index >= instances.length) {
            int capacity = instances.length * 2;
            instances = Arrays.copyOf(instances, capacity);
            memory = Arrays.copyOf(memory, capacity * WIDTH);
        }
        instances[index] = instance;
        Arrays.fill(memory, index * WIDTH, (index + 1) * WIDTH, 0);
        residentBytes += costs.instanceBaseBytes();
        events.add(nowUs + costs.coldStartUs(), index * 2 + 1);
    }

    @Override
    public void invoke(Instance instance, int slot) {
        changeLive(instance.index(), usedBytes(slot));
        long serviceUs = costs.serviceUs(manager.invocations().durationUs(slot), manager.invocations().memoryBytes(
                slot));
        events.add(nowUs + serviceUs, slot * 2);
    }

    @Override
    public void stop(Instance instance) {
        int at = instance.index() * WIDTH;
        residentBytes -= costs.instanceBaseBytes() + Math.max(memory[at + LIVE], memory[at + RETAINED]);
    }

    private long usedBytes(int slot) {
        return manager.invocations().memoryBytes(slot) + costs.invocationOverheadBytes();
    }

    private void changeLive(int index, long bytes) {
        int at = index * WIDTH;
        long before = memory[at + LIVE];
        long retained = memory[at + RETAINED];
        long now = before + bytes;
        memory[at + LIVE] = now;
        residentBytes -= Math.max(before, retained);
        if (now > memory[at + PEAK]) {
            memory[at + PEAK] = now;
            retained = (long) (now * costs.retainedShare());
            memory[at + RETAINED] = retained;
        }
        residentBytes += Math.max(now, retained);
    }
}
