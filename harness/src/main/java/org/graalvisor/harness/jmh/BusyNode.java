package org.graalvisor.harness.jmh;

import org.graalvisor.trace.manage.Instance;
import org.graalvisor.trace.manage.InstanceProvider;
import org.graalvisor.trace.manage.ManagerOptions;
import org.graalvisor.trace.manage.Policies;
import org.graalvisor.trace.manage.ResourceManager;

/**
 * A resource manager whose instances are ready at once and whose invocations end in the order of their arrival, a
 * thousand of them running at a time. Costs nothing itself, so that what is measured is the manager's decision.
 */
final class BusyNode implements InstanceProvider {
    private static final int IN_FLIGHT = 1_000;
    private static final long INSTANCE_BYTES = Policies.PAPER_INSTANCE_BYTES;

    private final FirstArrivals arrivals;
    private final ResourceManager manager;
    private final int[] running = new int[IN_FLIGHT];
    private int begun;
    private Instance starting;

    BusyNode(FirstArrivals arrivals, String policy) {
        this.arrivals = arrivals;
        this.manager = new ResourceManager(Policies.named(policy, INSTANCE_BYTES), ManagerOptions.paper(
                ManagerOptions.NO_CAP), arrivals.functions(), this, (slot, ending, nowUs) -> {});
    }

    /** Lets all arrivals arrive; returns how many instances that took. */
    long run() {
        long index = 0;
        while (arrivals.next()) {
            long nowUs = arrivals.arrivalUs();
            if (begun >= IN_FLIGHT) {
                manager.invocationEnded(running[begun % IN_FLIGHT], true, nowUs);
            }
            manager.arrive(index++, arrivals.function(), arrivals.durationUs(), arrivals.memoryBytes(), nowUs);
            if (starting != null) {
                Instance ready = starting;
                starting = null;
                manager.instanceReady(ready, nowUs);
            }
        }
        return manager.counts().instancesStarted();
    }

    @Override
    public void start(Instance instance) {
        starting = instance;
    }

    @Override
    public void invoke(Instance instance, int slot) {
        running[begun++ % IN_FLIGHT] = slot;
    }

    @Override
    public void stop(Instance instance) {
        // There is nothing to stop.
    }
}
