package org.graalvisor.trace.simulate;

import java.util.Arrays;
import org.graalvisor.trace.manage.Instance;
import org.graalvisor.trace.manage.InstanceProvider;
import org.graalvisor.trace.manage.ResourceManager;

/** Instances that exist as numbers: how much memory each holds, and when what will happen. */
final class SimulatedProvider implements InstanceProvider {
    private final CostModel costs;
    private final EventHeap events = new EventHeap();
    private ResourceManager manager;
    private Instance[] instances = new Instance[1 << 10];
    private long[] liveBytes = new long[1 << 10];
    private long[] peakBytes = new long[1 << 10];
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
            liveBytes = Arrays.copyOf(liveBytes, capacity);
            peakBytes = Arrays.copyOf(peakBytes, capacity);
        }
        instances[index] = instance;
        liveBytes[index] = 0;
        peakBytes[index] = 0;
        residentBytes += costs.instanceBaseBytes();
        events.add(nowUs + costs.coldStartUs(), index * 2 + 1);
    }

    @Override
    public void invoke(Instance instance, int slot) {
        changeLive(instance.index(), usedBytes(slot));
        events.add(nowUs + manager.invocations().durationUs(slot) + costs.invocationOverheadUs(), slot * 2);
    }

    @Override
    public void stop(Instance instance) {
        residentBytes -= costs.instanceBaseBytes() + heldBytes(instance.index());
        liveBytes[instance.index()] = 0;
        peakBytes[instance.index()] = 0;
    }

    private long usedBytes(int slot) {
        return manager.invocations().memoryBytes(slot) + costs.invocationOverheadBytes();
    }

    private long heldBytes(int index) {
        return Math.max(liveBytes[index], (long) (peakBytes[index] * costs.retainedShare()));
    }

    private void changeLive(int index, long bytes) {
        long before = heldBytes(index);
        liveBytes[index] += bytes;
        peakBytes[index] = Math.max(peakBytes[index], liveBytes[index]);
        residentBytes += heldBytes(index) - before;
    }
}
