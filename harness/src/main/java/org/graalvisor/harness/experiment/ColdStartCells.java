package org.graalvisor.harness.experiment;

import java.io.IOException;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.graalvisor.harness.platform.FunctionUnderTest;
import org.graalvisor.harness.platform.Invoker;
import org.graalvisor.harness.platform.Platform;
import org.graalvisor.harness.platform.PlatformSession;
import org.graalvisor.harness.platform.StartRequest;
import org.graalvisor.harness.platform.SystemUnderTestException;
import org.graalvisor.harness.process.TrivialProcess;
import org.graalvisor.harness.verdict.DriverWatch;
import org.graalvisor.results.CellWriter;
import org.graalvisor.results.Measurement;
import org.graalvisor.results.PlannedCell;
import org.graalvisor.results.ResourceSample;
import org.graalvisor.results.Verdict;

/**
 * Cold start of a platform. Two fresh processes per cell: the first is timed up to the reply of its first function, the
 * second is left idle after its first reply, so that no function's code is in its memory.
 */
final class ColdStartCells implements CellRunner {
    private static final double NS_PER_MS = 1e6;

    private final CellTools tools;
    private final Settings.ColdStart settings;

    ColdStartCells(CellTools tools, Settings.ColdStart settings) {
        this.tools = tools;
        this.settings = settings;
    }

    @Override
    public Verdict run(PlannedCell cell, CellWriter writer) {
        Platform platform = tools.planner().platform(cell.dimensions().get(Dimension.PLATFORM));
        FunctionUnderTest function = tools.workloads().function(cell.dimensions().get(Dimension.WORKLOAD));
        EventSink events = new EventSink(writer);
        DriverWatch watch = new DriverWatch(tools.rig().cores().driverCores());
        tools.rig().cores().whilePinned(() -> {
            writer.append(milliseconds("spawn_floor_ms", spawnFloorNs()));
            timeFirstReplies(platform, function, writer);
            events.add("timed");
            measureIdle(platform, writer);
            events.add("idle-measured");
        });
        return tools.rules().judge(watch.observe());
    }

    /** What creating and collecting a process that does nothing takes: no cold start can be measured below it. */
    private long spawnFloorNs() {
        try {
            return new TrivialProcess(tools.spawner()).runNs(tools.rig().cores().server());
        } catch (IOException failure) {
            throw new SystemUnderTestException("cannot run a trivial process: " + failure.getMessage(), failure);
        }
    }

    private void timeFirstReplies(Platform platform, FunctionUnderTest function, CellWriter writer) {
        try (PlatformSession session = start(platform, writer)) {
            long firstReplyNs = session.awaitFirstReply(Duration.ofMillis(settings.startTimeoutMs()));
            long bootNs = firstReplyNs - session.startedNs();
            session.register(function);
            invoke(session, function);
            long functionNs = tools.rig().clock().nanoTime() - session.startedNs();
            writer.append(milliseconds("boot_to_first_reply_ms", bootNs));
            if (platform.name().startsWith("graalvisor-")) {
                writer.append(milliseconds("boot_to_health_ms", bootNs));
            }
            writer.append(milliseconds("boot_to_first_function_ms", functionNs));
            append(writer, "first_function", read(session));
        }
    }

    private void invoke(PlatformSession session, FunctionUnderTest function) {
        try (Invoker invoker = session.openInvoker()) {
            CheckedCall.invoke(invoker, function, 0, tools.rig().clock());
        }
    }

    private void measureIdle(Platform platform, CellWriter writer) {
        try (PlatformSession session = start(platform, writer)) {
            session.awaitFirstReply(Duration.ofMillis(settings.startTimeoutMs()));
            LockSupport.parkNanos(Duration.ofMillis(settings.settleMs()).toNanos());
            ResourceSample idle = read(session);
            writer.append(idle);
            append(writer, "idle", idle);
        }
    }

    private PlatformSession start(Platform platform, CellWriter writer) {
        BitSet serverCores = tools.rig().cores().server();
        return platform.start(
                new StartRequest(writer.stdoutLog(), writer.stderrLog(), serverCores, tools.spawner()));
    }

    private ResourceSample read(PlatformSession session) {
        return tools.reader().read(session.processes(), tools.rig().clock().nanoTime() - session.startedNs());
    }

    private static void append(CellWriter writer, String when, ResourceSample sample) {
        List.of(Map.entry("rss", sample.rssBytes()), Map.entry("pss", sample.pssBytes().orElse(0)),
                Map.entry("private_dirty", sample.privateDirtyBytes().orElse(0))).forEach(
                        memory -> writer.append(Measurement.scalar(when + '_' + memory.getKey() + "_bytes", "bytes",
                                memory.getValue())));
        writer.append(Measurement.scalar(when + "_threads", "count", sample.threads()));
    }

    private static Measurement milliseconds(String metric, long durationNs) {
        return Measurement.scalar(metric, "ms", durationNs / NS_PER_MS);
    }
}
