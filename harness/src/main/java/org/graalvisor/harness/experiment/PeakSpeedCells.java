package org.graalvisor.harness.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.graalvisor.harness.platform.FunctionUnderTest;
import org.graalvisor.harness.platform.InvocationReply;
import org.graalvisor.harness.platform.Invoker;
import org.graalvisor.harness.platform.Platform;
import org.graalvisor.harness.platform.PlatformSession;
import org.graalvisor.harness.platform.StartRequest;
import org.graalvisor.harness.platform.SystemUnderTestException;
import org.graalvisor.harness.process.ProcessStat;
import org.graalvisor.harness.process.ProcessTable;
import org.graalvisor.harness.verdict.DriverWatch;
import org.graalvisor.results.CellWriter;
import org.graalvisor.results.Measurement;
import org.graalvisor.results.PlannedCell;
import org.graalvisor.results.Verdict;

/**
 * Successive invocations of one function on a fresh platform, by one caller: how long each takes, and how much processor
 * time, of compilers too, the platform has used by its end.
 */
final class PeakSpeedCells implements CellRunner {
    private static final double NS_PER_MS = 1e6;
    private static final double NS_PER_S = 1e9;

    private final CellTools tools;
    private final Settings.PeakSpeed settings;
    private final ProcessTable table = ProcessTable.ofThisMachine();

    PeakSpeedCells(CellTools tools, Settings.PeakSpeed settings) {
        this.tools = tools;
        this.settings = settings;
    }

    @Override
    public Verdict run(PlannedCell cell, CellWriter writer) {
        Platform platform = tools.planner().platform(cell.dimensions().get(Dimension.PLATFORM));
        FunctionUnderTest function = tools.workloads().function(cell.dimensions().get(Dimension.WORKLOAD));
        DriverWatch watch = new DriverWatch(tools.rig().cores().driverCores());
        try (PlatformSession session = platform.start(new StartRequest(writer.stdoutLog(), writer.stderrLog(),
                tools.rig().cores().server(), tools.spawner()))) {
            session.awaitFirstReply(Duration.ofMillis(settings.startTimeoutMs()));
            long registerCpuNs = cpuNs(session);
            session.register(function);
            try (Invoker invoker = session.openInvoker()) {
                invokeUntilWarm(session, invoker, function, registerCpuNs, writer);
            }
        }
        return tools.rules().judge(watch.observe());
    }

    private void invokeUntilWarm(PlatformSession session, Invoker invoker, FunctionUnderTest function, long cpuBeforeNs,
            CellWriter writer) {
        long endNs = tools.rig().clock().nanoTime() + settings.measured().durationNs();
        for (int i = 0; i < settings.measured().requests() && !tools.rig().stop().isRequested(); i++) {
            long sentNs = tools.rig().clock().nanoTime();
            if (sentNs >= endNs) {
                return;
            }
            InvocationReply reply = invoke(invoker, function);
            long completedNs = tools.rig().clock().nanoTime();
            require(reply, function);
            writer.append(new Measurement("invocation_ms", "ms", i, (completedNs - sentNs) / NS_PER_MS));
            writer.append(new Measurement("cpu_s", "s", i, (cpuNs(session) - cpuBeforeNs) / NS_PER_S));
        }
    }

    private static InvocationReply invoke(Invoker invoker, FunctionUnderTest function) {
        try {
            return invoker.invoke(function.invocation());
        } catch (IOException failure) {
            throw new SystemUnderTestException("a call of " + function.workload() + " was not answered: "
                    + failure.getMessage(), failure);
        }
    }

    private static void require(InvocationReply reply, FunctionUnderTest function) {
        if (reply.status() != 200 || !function.check().accepts(reply.body())) {
            throw new SystemUnderTestException("a call of " + function.workload() + " was answered with status "
                    + reply.status() + ": " + new String(reply.body(), StandardCharsets.UTF_8));
        }
    }

    private long cpuNs(PlatformSession session) {
        return session.processes().stream().map(process -> table.find(process.pid())).flatMap(Optional::stream)
                .mapToLong(ProcessStat::cpuNs).sum();
    }
}
