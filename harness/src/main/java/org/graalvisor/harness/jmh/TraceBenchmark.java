package org.graalvisor.harness.jmh;

import java.util.concurrent.TimeUnit;
import org.graalvisor.trace.Progress;
import org.graalvisor.trace.azure.TraceReader;
import org.graalvisor.trace.manage.GraalvisorPolicy;
import org.graalvisor.trace.manage.ManagerOptions;
import org.graalvisor.trace.manage.OpenWhiskPolicy;
import org.graalvisor.trace.manage.PhotonsPolicy;
import org.graalvisor.trace.manage.Policies;
import org.graalvisor.trace.model.AzureTrace;
import org.graalvisor.trace.simulate.CostModels;
import org.graalvisor.trace.simulate.SimulationResult;
import org.graalvisor.trace.simulate.Simulator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * What one invocation of a full day's trace costs the trace tools; no native image is needed. Scores of simulations and
 * decisions contain the generation of the arrivals.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(FullDay.ARRIVALS)
public class TraceBenchmark {

    /** Generating an arrival from counts per minute. */
    @Benchmark
    public long generateArrivals(FullDay day) {
        FirstArrivals arrivals = day.arrivals();
        long sum = 0;
        while (arrivals.next()) {
            sum += arrivals.arrivalUs() + arrivals.durationUs() + arrivals.memoryBytes();
        }
        return sum;
    }

    /** Choosing an instance for an invocation, and its end. */
    @Benchmark
    public long decideOpenWhisk(FullDay day) {
        return new BusyNode(day.arrivals(), OpenWhiskPolicy.NAME).run();
    }

    /** The same with one function per instance. */
    @Benchmark
    public long decidePhotons(FullDay day) {
        return new BusyNode(day.arrivals(), PhotonsPolicy.NAME).run();
    }

    /** The same with one owner per instance. */
    @Benchmark
    public long decideGraalvisor(FullDay day) {
        return new BusyNode(day.arrivals(), GraalvisorPolicy.NAME).run();
    }

    /** Simulating an invocation. */
    @Benchmark
    public SimulationResult simulateOpenWhisk(FullDay day) {
        return simulate(day, OpenWhiskPolicy.NAME);
    }

    /** The same with one function per instance. */
    @Benchmark
    public SimulationResult simulatePhotons(FullDay day) {
        return simulate(day, PhotonsPolicy.NAME);
    }

    /** The same with one owner per instance. */
    @Benchmark
    public SimulationResult simulateGraalvisor(FullDay day) {
        return simulate(day, GraalvisorPolicy.NAME);
    }

    /** Reading one function's rows of the three files of a day, of which a tenth is read at a time. */
    @Benchmark
    @OperationsPerInvocation(DayFolder.FUNCTIONS)
    public AzureTrace readFunctions(DayFolder day) {
        return new TraceReader(Progress.unheard()).read("day", day.folder().select(""));
    }

    private static SimulationResult simulate(FullDay day, String policy) {
        return Simulator.run(day.arrivals(), Policies.named(policy, Policies.PAPER_INSTANCE_BYTES),
                ManagerOptions.paper(ManagerOptions.NO_CAP), CostModels.published().of(policy), () -> false);
    }
}
