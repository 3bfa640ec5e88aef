package org.graalvisor.harness.experiment;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.graalvisor.harness.platform.FunctionUnderTest;
import org.graalvisor.harness.platform.Invoker;
import org.graalvisor.harness.platform.Platform;
import org.graalvisor.harness.platform.PlatformSession;
import org.graalvisor.harness.platform.StartRequest;
import org.graalvisor.harness.verdict.DriverWatch;
import org.graalvisor.results.CellWriter;
import org.graalvisor.results.Measurement;
import org.graalvisor.results.PlannedCell;
import org.graalvisor.results.ResourceSample;
import org.graalvisor.results.Verdict;

/**
 * The first requests of one function in a fresh process, one after the other, and the memory of the process after them.
 * The native runtime holds a function of each script language too, since it is there to hold several.
 */
final class FirstRequestCells implements CellRunner {
    /** The runtime with all its languages, which the paper calls GV. */
    private static final String ALL_LANGUAGES = "graalvisor-native";
    private static final double NS_PER_MS = 1e6;
    private static final double NS_PER_US = 1e3;

    private final CellTools tools;
    private final Settings.FirstRequests settings;

    FirstRequestCells(CellTools tools, Settings.FirstRequests settings) {
        this.tools = tools;
        this.settings = settings;
    }

    @Override
    public Verdict run(PlannedCell cell, CellWriter writer) {
        Platform platform = tools.planner().platform(cell.dimensions().get(Dimension.PLATFORM));
        FunctionUnderTest function = tools.workloads().function(cell.dimensions().get(Dimension.WORKLOAD));
        DriverWatch watch = new DriverWatch(tools.rig().cores().driverCores());
        tools.rig().cores().whilePinned(() -> measure(platform, function, writer));
        return tools.rules().judge(watch.observe());
    }

    private void measure(Platform platform, FunctionUnderTest function, CellWriter writer) {
        try (PlatformSession session = platform.start(new StartRequest(writer.stdoutLog(), writer.stderrLog(), tools
                .rig().cores().server(), tools.spawner()))) {
            long firstReplyNs = session.awaitFirstReply(Duration.ofMillis(settings.startTimeoutMs()));
            writer.append(Measurement.scalar("boot_to_first_reply_ms", "ms", (firstReplyNs - session.startedNs())
                    / NS_PER_MS));
            registerOthers(platform, session, writer);
            session.register(function);
            call(session, function, writer);
            footprint(session, writer);
        }
    }

    private void registerOthers(Platform platform, PlatformSession session, CellWriter writer) {
        if (!platform.name().equals(ALL_LANGUAGES)) {
            return;
        }
        List<String> held = settings.otherFunctions().stream().filter(platform::serves).toList();
        held.forEach(name -> session.register(tools.workloads().function(name)));
        new EventSink(writer).add("other-functions-registered", Map.of("functions", String.join(", ", held)));
    }

    private void call(PlatformSession session, FunctionUnderTest function, CellWriter writer) {
        try (Invoker invoker = session.openInvoker()) {
            for (int request = 0; request < settings.requests(); request++) {
                long tookNs = CheckedCall.invoke(invoker, function, request, tools.rig().clock());
                writer.append(new Measurement("request_us", "us", request, tookNs / NS_PER_US));
            }
        }
    }

    private void footprint(PlatformSession session, CellWriter writer) {
        ResourceSample sample = tools.reader().read(session.processes(), tools.rig().clock().nanoTime() - session
                .startedNs());
        writer.append(sample);
        bytes(writer, "footprint_rss_bytes", sample.rssBytes());
        bytes(writer, "footprint_pss_bytes", sample.pssBytes().orElse(0));
        bytes(writer, "footprint_private_dirty_bytes", sample.privateDirtyBytes().orElse(0));
    }

    private static void bytes(CellWriter writer, String metric, long value) {
        writer.append(Measurement.scalar(metric, "bytes", (double) value));
    }
}
