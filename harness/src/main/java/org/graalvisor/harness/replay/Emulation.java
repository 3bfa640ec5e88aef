package org.graalvisor.harness.replay;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.graalvisor.harness.platform.FunctionUnderTest;
import org.graalvisor.harness.platform.Invocation;
import org.graalvisor.harness.platform.InvocationReply;
import org.graalvisor.harness.platform.ReplyCheck;
import org.graalvisor.trace.replay.InvocationRequest;
import org.graalvisor.trace.schedule.ScheduledFunction;

/** The paper's function: allocates and touches the trace's memory, and runs for the trace's duration. */
public final class Emulation implements FunctionModel {
    /**
     * A heap holds more than the function's data: its own code's objects, and room for a collector to work. Two thirds of a
     * JVM's heap are its old generation, in which all of the data has to find room: with 1.25 one in thousands of cold
     * starts ran out of memory.
     */
    private static final long HEAP_BASE_BYTES = 16L << 20;
    private static final double HEAP_FACTOR = 1.5;
    private static final double US_PER_MS = 1_000;

    private final FunctionUnderTest template;
    private final Work work;
    private final Map<Arguments, Invocation> invocations = new ConcurrentHashMap<>();

    /** How a function spends its duration. */
    public enum Work {
        /** Waiting, as functions mostly do; leaves processors to those who start instances. */
        SLEEP,
        /** Computing. */
        SPIN;

        /** Returns the name used in options. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Arguments(String functionId, long durationMs, long memoryBytes) {}

    /**
     * @param template the function {@code allocate-and-run}
     * @param work how it spends its duration
     */
    public Emulation(FunctionUnderTest template, Work work) {
        this.template = template;
        this.work = work;
    }

    @Override
    public FunctionUnderTest registered(ScheduledFunction function) {
        return new FunctionUnderTest(template.workload(), template.code(), template.entryPoint(), heapBytes(function),
                new Invocation(FunctionIds.of(function.key()), template.invocation().argumentJson()), template.check());
    }

    @Override
    public Invocation sent(InvocationRequest request) {
        return invocations.computeIfAbsent(new Arguments(FunctionIds.of(request.function().key()), durationMs(request),
                request.memoryBytes()), arguments -> new Invocation(arguments.functionId(),
                        ("{\"bytes\":" + arguments.memoryBytes() + ",\"durationMs\":" + arguments.durationMs()
                                + ",\"mode\":\"" + work + "\"}").getBytes(StandardCharsets.UTF_8)));
    }

    /** The resolution of the trace, in which 0 is what takes less than half of it. */
    private static long durationMs(InvocationRequest request) {
        return Math.max(1, Math.round(request.durationUs() / US_PER_MS));
    }

    /** The function says how much it has allocated, and how long it ran. */
    @Override
    public boolean isCorrect(InvocationRequest request, InvocationReply reply) {
        return reply.status() == 200 && ReplyCheck.objectContaining("\"bytes\":" + request.memoryBytes() + ",")
                .accepts(reply.body()) && ReportedTime.us(reply.body()).orElse(0) >= durationMs(request)
                        * (long) US_PER_MS;
    }

    @Override
    public long heapBytes(ScheduledFunction function) {
        return HEAP_BASE_BYTES + (long) (HEAP_FACTOR * function.budgetBytes());
    }
}
