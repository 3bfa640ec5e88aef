package org.graalvisor.harness.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.graalvisor.harness.platform.FunctionUnderTest;
import org.graalvisor.harness.platform.Invocation;
import org.graalvisor.harness.platform.InvocationReply;
import org.graalvisor.trace.replay.InvocationRequest;
import org.graalvisor.trace.replay.WorkloadChoice;
import org.graalvisor.trace.schedule.ScheduledFunction;

/** Runs, in place of each function of a trace, the real function with the nearest duration. */
public final class TableOne implements FunctionModel {
    private static final long HEAP_BASE_BYTES = 32L << 20;
    private static final int HEAP_FACTOR = 2;

    private final WorkloadChoice choice;
    private final Map<String, FunctionUnderTest> functions;
    private final Map<ScheduledFunction, FunctionUnderTest> chosen = new ConcurrentHashMap<>();

    private TableOne(WorkloadChoice choice, Map<String, FunctionUnderTest> functions) {
        this.choice = choice;
        this.functions = Map.copyOf(functions);
    }

    /**
     * Prepares the real functions.
     *
     * @param choices real functions and how long they run
     * @param workloads finds them by name
     */
    public static TableOne of(List<WorkloadChoice.Workload> choices, Function<String, FunctionUnderTest> workloads) {
        Map<String, FunctionUnderTest> functions = new HashMap<>();
        choices.forEach(workload -> functions.put(workload.name(), workloads.apply(workload.name())));
        return new TableOne(new WorkloadChoice(choices), functions);
    }

    @Override
    public FunctionUnderTest registered(ScheduledFunction function) {
        return chosen.computeIfAbsent(function, wanted -> {
            FunctionUnderTest real = functions.get(choice.nearest(wanted).name());
            return new FunctionUnderTest(real.workload(), real.code(), real.entryPoint(), real.memoryBytes(),
                    new Invocation(FunctionIds.of(wanted.key()), real.invocation().argumentJson()), real.check());
        });
    }

    @Override
    public Invocation sent(InvocationRequest request) {
        return registered(request.function()).invocation();
    }

    @Override
    public boolean isCorrect(InvocationRequest request, InvocationReply reply) {
        return reply.status() == 200 && registered(request.function()).check().accepts(reply.body());
    }

    /** A JVM shares its heap between the function and everything else. */
    @Override
    public long heapBytes(ScheduledFunction function) {
        return HEAP_BASE_BYTES + HEAP_FACTOR * registered(function).memoryBytes();
    }
}
