package org.graalvisor.harness.platform;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.graalvisor.harness.process.ProcessIdentity;
import org.graalvisor.harness.time.Clock;

/**
 * Platforms without a process, whose latency is known analytically: they test the rig itself.
 */
public final class InProcessPlatform implements Platform {
    /** What every call of such a platform replies. */
    public static final String REPLY = "{\"result\":\"Hello World! From the rig\"}";

    private static final byte[] REPLY_BYTES = REPLY.getBytes(StandardCharsets.UTF_8);

    private final String name;
    private final Clock clock;
    private final Delay delay;

    /** When a call that begins at some instant is answered. */
    @FunctionalInterface
    private interface Delay {
        long completionNs(long startedNs, long nowNs);
    }

    private InProcessPlatform(String name, Clock clock, Delay delay) {
        this.name = name;
        this.clock = clock;
        this.delay = delay;
    }

    /** Returns a platform that answers at once. */
    public static InProcessPlatform answeringAtOnce(Clock clock) {
        return new InProcessPlatform("null", clock, (startedNs, nowNs) -> nowNs);
    }

    /**
     * Returns a platform that answers every call after the same time.
     *
     * @param delay that time
     */
    public static InProcessPlatform withFixedDelay(Clock clock, Duration delay) {
        return new InProcessPlatform("fixed-delay", clock, (startedNs, nowNs) -> nowNs + delay.toNanos());
    }

    /**
     * Returns a platform that answers at once except during one stall; calls made in it are answered at its end.
     *
     * @param begin begin of the stall, counted from the start of the platform
     * @param length length of the stall
     */
    public static InProcessPlatform stalling(Clock clock, Duration begin, Duration length) {
        return new InProcessPlatform("stalling", clock, (startedNs, nowNs) -> {
            long beginNs = startedNs + begin.toNanos();
            long endNs = beginNs + length.toNanos();
            return nowNs >= beginNs && nowNs < endNs ? endNs : nowNs;
        });
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Availability availability() {
        return new Availability.Available("part of the rig");
    }

    @Override
    public boolean serves(String workload) {
        return true;
    }

    @Override
    public PlatformSession start(StartRequest request) {
        return new Session(clock, delay);
    }

    private record Session(Clock clock, Delay delay, long startedNs) implements PlatformSession {
        Session(Clock clock, Delay delay) {
            this(clock, delay, clock.nanoTime());
        }

        @Override
        public long awaitFirstReply(Duration timeout) {
            return clock.nanoTime();
        }

        @Override
        public void register(FunctionUnderTest function) {}

        @Override
        public Invoker openInvoker() {
            return new DelayingInvoker(clock, delay, startedNs);
        }

        @Override
        public List<ProcessIdentity> processes() {
            return List.of();
        }

        @Override
        public void close() {}
    }

    private record DelayingInvoker(Clock clock, Delay delay, long startedNs) implements Invoker {

        @Override
        public InvocationReply invoke(Invocation invocation) {
            clock.sleepUntil(delay.completionNs(startedNs, clock.nanoTime()));
            return new InvocationReply(200, REPLY_BYTES);
        }

        @Override
        public void close() {}
    }
}
