package org.graalvisor.trace.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.graalvisor.trace.TraceException;
import org.graalvisor.trace.manage.Ending;
import org.graalvisor.trace.manage.ManagerOptions;
import org.graalvisor.trace.manage.Policy;
import org.graalvisor.trace.manage.ResourceManager;
import org.graalvisor.trace.schedule.ArrivalSource;

/** Runs arrivals through a resource manager in virtual time. Deterministic; uses the calling thread only. */
public final class Simulator {
    private static final long SAMPLE_US = TimeUnit.SECONDS.toMicros(1);
    private static final long ARRIVALS_PER_STOP_CHECK = 1 << 16;

    private final ResourceManager manager;
    private final SimulatedProvider provider;
    private final ArrivalSource arrivals;
    private final BooleanSupplier stop;
    private final ResponseTimes responseTimes = new ResponseTimes();
    private final List<NodeSample> samples = new ArrayList<>();
    private long nextSampleUs;

    private Simulator(ArrivalSource arrivals, Policy policy, ManagerOptions options, CostModel costs,
            BooleanSupplier stop) {
        this.arrivals = arrivals;
        this.stop = stop;
        this.provider = new SimulatedProvider(costs);
        this.manager = new ResourceManager(policy, options.withInstanceBase(costs.instanceBaseBytes()),
                arrivals.functions(), provider, this::ended);
        provider.attach(manager);
    }

    /**
     * Simulates until the last invocation has ended.
     *
     * @param arrivals what arrives
     * @param policy which functions share an instance
     * @param options the node; its instance base is replaced by that of the costs
     * @param costs what instances and invocations cost
     * @param stop asked now and then; true ends the simulation with an error
     */
    public static SimulationResult run(ArrivalSource arrivals, Policy policy, ManagerOptions options, CostModel costs,
            BooleanSupplier stop) {
        return new Simulator(arrivals, policy, options, costs, stop).run();
    }

    private SimulationResult run() {
        long index = 0;
        while (arrivals.next()) {
            long arrivalUs = arrivals.arrivalUs();
            advance(arrivalUs);
            provider.setNow(arrivalUs);
            manager.arrive(index++, arrivals.function(), arrivals.durationUs(), arrivals.memoryBytes(), arrivalUs);
            if (index % ARRIVALS_PER_STOP_CHECK == 0 && stop.getAsBoolean()) {
                throw new TraceException("The simulation was stopped after " + index + " invocations.");
            }
        }
        advance(arrivals.lengthUs());
        while (provider.nextUs() != Long.MAX_VALUE || manager.counts().queued() > 0) {
            advance(Math.min(provider.nextUs(), manager.nextDeadlineUs()));
        }
        if (!manager.counts().isConserved()) {
            throw new IllegalStateException("invocations were lost: " + manager.counts());
        }
        return new SimulationResult(manager.policyName(), manager.counts(), responseTimes, samples);
    }

    /** Lets everything happen that comes before or at a time. */
    private void advance(long untilUs) {
        while (provider.nextUs() <= untilUs) {
            long atUs = provider.nextUs();
            if (nextSampleUs < atUs) {
                sampleBefore(atUs);
            }
            provider.step();
        }
        if (nextSampleUs < untilUs) {
            sampleBefore(untilUs);
        }
        if (manager.nextDeadlineUs() <= untilUs) {
            provider.setNow(untilUs);
            manager.advanceTo(untilUs);
        }
    }

    private void sampleBefore(long untilUs) {
        while (nextSampleUs < untilUs && nextSampleUs < arrivals.lengthUs()) {
            provider.setNow(nextSampleUs);
            manager.advanceTo(nextSampleUs);
            samples.add(new NodeSample(nextSampleUs, provider.residentBytes(), manager.accountedBytes(),
                    manager.reservedBytes(), manager.instances(), manager.activeInstances(), manager.inFlight()));
            nextSampleUs += SAMPLE_US;
        }
        if (nextSampleUs >= arrivals.lengthUs()) {
            nextSampleUs = Long.MAX_VALUE;
        }
    }

    private void ended(int slot, Ending ending, long nowUs) {
        if (ending == Ending.COMPLETED) {
            long arrivalUs = manager.invocations().arrivalUs(slot);
            responseTimes.add(arrivalUs, nowUs - arrivalUs);
        }
    }
}
