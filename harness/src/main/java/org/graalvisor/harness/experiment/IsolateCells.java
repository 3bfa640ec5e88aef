package org.graalvisor.harness.experiment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graalvisor.harness.platform.Artifact;
import org.graalvisor.harness.platform.SystemUnderTestException;
import org.graalvisor.harness.probe.IsolateProbe;
import org.graalvisor.harness.probe.ProbeException;
import org.graalvisor.harness.verdict.DriverWatch;
import org.graalvisor.results.CellWriter;
import org.graalvisor.results.Measurement;
import org.graalvisor.results.PlannedCell;
import org.graalvisor.results.Verdict;

/** Isolates without the runtime around them: the probe creates a number of them in a fresh process. */
final class IsolateCells implements CellRunner {
    private static final String COLD_START = "isolate_cold_start_ms";
    private static final String SYSTEM_CALLS = "system_calls_per_isolate";

    private final CellTools tools;
    private final List<Integer> systemCallCounts;
    private final Duration timeout;

    IsolateCells(CellTools tools, List<Integer> systemCallCounts, Duration timeout) {
        this.tools = tools;
        this.systemCallCounts = List.copyOf(systemCallCounts);
        this.timeout = timeout;
    }

    @Override
    public Verdict run(PlannedCell cell, CellWriter writer) {
        Map<String, String> dimensions = cell.dimensions();
        boolean coldStart = !dimensions.containsKey(Dimension.ISOLATES);
        int count = Integer.parseInt(dimensions.getOrDefault(Dimension.ISOLATES, "1"));
        EventSink events = new EventSink(writer);
        IsolateProbe probe = new IsolateProbe(tools.spawner(), path(tools.rig().artifacts().runtimeExecutable()),
                path(tools.rig().artifacts().functionLibrary(dimensions.get(Dimension.WORKLOAD))), timeout,
                tools.rig().cores().server());
        DriverWatch watch = new DriverWatch(tools.rig().cores().driverCores());
        try {
            List<Measurement> measurements = probe.run(count, writer.stdoutLog(), writer.stderrLog());
            measurements.forEach(writer::append);
            if (coldStart && measurements.stream().noneMatch(line -> line.metric().equals(COLD_START))) {
                throw new ProbeException("the probe printed no " + COLD_START + "; see " + writer.stdoutLog());
            }
            if (dimensions.get(Dimension.RUN).equals("1") && systemCallCounts.contains(count)) {
                countSystemCalls(probe, count, writer, events);
            }
        } catch (ProbeException failure) {
            throw new SystemUnderTestException(failure.getMessage(), failure);
        }
        return tools.rules().judge(watch.observe());
    }

    private void countSystemCalls(IsolateProbe probe, int count, CellWriter writer, EventSink events) {
        Optional<Path> strace = tools.rig().finder().find("strace");
        if (strace.isEmpty()) {
            events.add("unavailable", Map.of(SYSTEM_CALLS, "strace is not on PATH; install the package strace"));
            return;
        }
        try {
            writer.append(Measurement.scalar(SYSTEM_CALLS, "count",
                    probe.systemCallsPerIsolate(strace.get(), count, writer.folder())));
        } catch (ProbeException failure) {
            // Tracing may be forbidden (ptrace scope, containers); the other numbers of the cell stand without it.
            events.add("unavailable", Map.of(SYSTEM_CALLS, failure.getMessage()));
        }
    }

    private static Path path(Artifact artifact) {
        return switch (artifact) {
            case Artifact.Built built -> built.path();
            case Artifact.Missing missing -> throw new SystemUnderTestException(missing.reason());
        };
    }
}
