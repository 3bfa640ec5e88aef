package org.graalvisor.harness.experiment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graalvisor.harness.platform.SystemUnderTestException;
import org.graalvisor.harness.platform.WorkloadFiles;
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
    /** All that a cell holds whose isolates would not fit into memory. */
    private static final String FITTING = "isolates_that_fit";
    private static final MemoryRule MEMORY = new MemoryRule(Path.of("/proc/meminfo"));

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
        DriverWatch watch = new DriverWatch(tools.rig().cores().driverCores());
        try {
            measure(cell.dimensions(), writer);
        } catch (ProbeException failure) {
            throw new SystemUnderTestException(failure.getMessage(), failure);
        }
        return tools.rules().judge(watch.observe());
    }

    private void measure(Map<String, String> dimensions, CellWriter writer) {
        boolean coldStart = !dimensions.containsKey(Dimension.ISOLATES);
        int count = Integer.parseInt(dimensions.getOrDefault(Dimension.ISOLATES, "1"));
        String workload = dimensions.get(Dimension.WORKLOAD);
        EventSink events = new EventSink(writer);
        IsolateProbe probe = new ProbeFactory(tools, timeout).probe(workload, writer.folder());
        if (count > 1 && WorkloadFiles.scriptLanguage(workload).isPresent() && !fits(probe, count, writer, events)) {
            return;
        }
        List<Measurement> measurements = probe.run(count, writer.stdoutLog(), writer.stderrLog());
        measurements.forEach(writer::append);
        if (coldStart && measurements.stream().noneMatch(line -> line.metric().equals(COLD_START))) {
            throw new ProbeException("the probe printed no " + COLD_START + "; see " + writer.stdoutLog());
        }
        if (dimensions.get(Dimension.RUN).equals("1") && systemCallCounts.contains(count)) {
            countSystemCalls(probe, count, writer, events);
        }
    }

    private static boolean fits(IsolateProbe probe, int count, CellWriter writer, EventSink events) {
        long most = MEMORY.isolatesThatFit(probe.run(1, writer.folder().resolve("one.out.log"), writer.folder().resolve(
                "one.err.log")));
        if (count > most) {
            writer.append(Measurement.scalar(FITTING, "count", (double) most));
            events.add("left-out", Map.of("reason", count + " isolates would need more than half of the available "
                    + "memory; " + most + " fit"));
        }
        return count <= most;
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
}
