package org.graalvisor.harness.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.graalvisor.harness.platform.SystemUnderTestException;
import org.graalvisor.harness.process.ProcessTable;
import org.graalvisor.trace.manage.Policy;
import org.graalvisor.trace.model.FunctionKey;
import org.graalvisor.trace.replay.InstanceRequest;
import org.graalvisor.trace.replay.InvocationReply;
import org.graalvisor.trace.replay.InvocationRequest;
import org.graalvisor.trace.replay.RunningInstance;
import org.graalvisor.trace.schedule.ScheduledFunction;
import org.graalvisor.trace.simulate.CostModel;

/**
 * Measures, before a replay, what one instance and one invocation cost: two instances are started one after the other and
 * invoked. The manager counts the base against the cap, and the simulator takes all of it.
 */
public final class CostCalibration {
    private static final long BYTES = 64L << 20;
    private static final long LONG_US = TimeUnit.MILLISECONDS.toMicros(800);
    private static final long HALF_MS = 400;
    private static final long SHORT_US = 1_000;
    private static final int WARM_INVOCATIONS = 21;
    /** So many more of the same memory show what a collector lets lie. */
    private static final int REUSES = 3;
    private static final long TIMEOUT_S = 60;
    private static final double NS_PER_US = 1e3;
    private static final ScheduledFunction FUNCTION = new ScheduledFunction(new FunctionKey("calibration",
            "calibration", "calibration"), SHORT_US, BYTES);

    private final PolicyReplay.Instances instances;
    private final NodeMemory memory = new NodeMemory(ProcessTable.ofThisMachine());
    private final List<RunningInstance> running = new ArrayList<>();

    private CostCalibration(PolicyReplay.Instances instances) {
        this.instances = instances;
    }

    /**
     * Measures.
     *
     * @param policy whose instances these are
     * @param instances starts them; none runs yet
     * @param retainedUs how long they are told to keep the memory of an ended invocation, see {@link CostModel}
     * @throws SystemUnderTestException when an instance does not start or answer
     */
    public static CostModel of(Policy policy, PolicyReplay.Instances instances, long retainedUs) {
        CostCalibration calibration = new CostCalibration(instances);
        try {
            return calibration.measure(policy, retainedUs);
        } finally {
            calibration.running.forEach(instance -> await(instance.stop(), "stop"));
        }
    }

    private CostModel measure(Policy policy, long retainedUs) {
        RunningInstance first = start(0, policy);
        long oneBytes = pssBytes();
        long beginNs = System.nanoTime();
        RunningInstance instance = start(1, policy);
        // A cold start of the simulator ends with the function's first reply, but without what the function does itself.
        long coldStartUs = (long) ((System.nanoTime() - beginNs) / NS_PER_US) - SHORT_US;
        long baseBytes = Math.max(0, pssBytes() - oneBytes);
        long overheadUs = warmOverheadUs(instance);
        // On the other instance: a JVM that has touched its heap once does not pay again.
        long touchUsPerMb = touchUs(first, overheadUs) / (BYTES >> 20);
        long idleBytes = pssBytes();
        CompletionStage<InvocationReply> reply = instance.invoke(request(LONG_US, BYTES));
        pause(HALF_MS);
        long busyBytes = Math.max(1, pssBytes() - idleBytes);
        requireCorrect(await(reply, "invocation"));
        for (int i = 0; i < REUSES; i++) {
            requireCorrect(await(instance.invoke(request(SHORT_US, BYTES)), "invocation"));
        }
        pause(HALF_MS);
        double heldBytes = pssBytes() - idleBytes;
        return new CostModel(Math.max(0, coldStartUs), overheadUs, touchUsPerMb, baseBytes, Math.max(0, busyBytes
                - BYTES), retainedUs, Math.max(1, heldBytes / busyBytes),
                "measured on this machine before the replay: second of two instances, " + WARM_INVOCATIONS
                        + " warm invocations, " + (2 + REUSES) + " of " + (BYTES >> 20)
                        + " MB; how long memory stays is configured");
    }

    /** Starts an instance and invokes it once, so that the function is registered. */
    private RunningInstance start(long id, Policy policy) {
        RunningInstance instance = await(instances.start(new InstanceRequest(id, FUNCTION,
                policy.instanceBytes(FUNCTION))), "start");
        running.add(instance);
        requireCorrect(await(instance.invoke(request(SHORT_US, 1)), "first invocation"));
        return instance;
    }

    /** The median, of which the duration that was asked for is no part. */
    private static long warmOverheadUs(RunningInstance instance) {
        long[] us = new long[WARM_INVOCATIONS];
        for (int i = 0; i < us.length; i++) {
            long beginNs = System.nanoTime();
            requireCorrect(await(instance.invoke(request(SHORT_US, 1)), "invocation"));
            us[i] = (long) ((System.nanoTime() - beginNs) / NS_PER_US) - SHORT_US;
        }
        Arrays.sort(us);
        return Math.max(0, us[us.length / 2]);
    }

    /** What an invocation that only touches its memory takes beyond an empty one. */
    private static long touchUs(RunningInstance instance, long overheadUs) {
        long beginNs = System.nanoTime();
        requireCorrect(await(instance.invoke(request(SHORT_US, BYTES)), "invocation"));
        return Math.max(0, (long) ((System.nanoTime() - beginNs) / NS_PER_US) - overheadUs);
    }

    private static InvocationRequest request(long durationUs, long bytes) {
        return new InvocationRequest(0, FUNCTION, durationUs, bytes);
    }

    private static void requireCorrect(InvocationReply reply) {
        if (!reply.isCorrect()) {
            throw new SystemUnderTestException("the function of the calibration was answered wrongly, with status "
                    + reply.status());
        }
    }

    private long pssBytes() {
        return memory.readNow(instances.processes());
    }

    private static void pause(long ms) {
        try {
            TimeUnit.MILLISECONDS.sleep(ms);
        } catch (InterruptedException request) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T await(CompletionStage<T> stage, String what) {
        try {
            return stage.toCompletableFuture().get(TIMEOUT_S, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw new SystemUnderTestException("the " + what + " of an instance failed: " + failure.getCause()
                    .getMessage(), failure.getCause());
        } catch (TimeoutException late) {
            throw new SystemUnderTestException("the " + what + " of an instance took longer than " + TIMEOUT_S + " s",
                    late);
        } catch (InterruptedException request) {
            Thread.currentThread().interrupt();
            throw new SystemUnderTestException("interrupted while waiting for the " + what + " of an instance",
                    request);
        }
    }
}
