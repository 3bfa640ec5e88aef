package org.graalvisor.harness.experiment;

import java.time.Duration;
import java.util.List;
import org.graalvisor.harness.platform.SystemUnderTestException;
import org.graalvisor.harness.probe.ProbeException;
import org.graalvisor.harness.verdict.DriverWatch;
import org.graalvisor.results.CellWriter;
import org.graalvisor.results.Measurement;
import org.graalvisor.results.PlannedCell;
import org.graalvisor.results.Verdict;

/**
 * Cold start of a second context in an isolate whose first context was called before, so that code is shared and loaded.
 * Writes what cells of isolates write, so that the two can be compared.
 */
final class FurtherContextCells implements CellRunner {
    private static final int CONTEXTS = 2;
    private static final int FURTHER = 1;
    private static final double US_PER_MS = 1e3;

    private final CellTools tools;
    private final Duration timeout;

    /**
     * @param timeout longest run of the probe
     */
    FurtherContextCells(CellTools tools, Duration timeout) {
        this.tools = tools;
        this.timeout = timeout;
    }

    @Override
    public Verdict run(PlannedCell cell, CellWriter writer) {
        DriverWatch watch = new DriverWatch(tools.rig().cores().driverCores());
        try {
            List<Measurement> lines = new ProbeFactory(tools, timeout).probe(cell.dimensions().get(Dimension.WORKLOAD),
                    writer.folder()).scaleContexts(CONTEXTS, 1, true, writer.stdoutLog(), writer.stderrLog());
            double createMs = further(lines, "context_allocation_ms");
            double callMs = further(lines, "request_ms");
            writer.append(new Measurement("isolate_create_us", "us", 0, createMs * US_PER_MS));
            writer.append(new Measurement("isolate_first_call_us", "us", 0, callMs * US_PER_MS));
            writer.append(new Measurement("isolate_cold_start_ms", "ms", 0, createMs + callMs));
            // Index 0 is the process with one context, index 1 with two: as before and after an isolate.
            lines.stream().filter(line -> line.metric().endsWith("_bytes")).forEach(writer::append);
        } catch (ProbeException failure) {
            throw new SystemUnderTestException(failure.getMessage(), failure);
        }
        return tools.rules().judge(watch.observe());
    }

    private static double further(List<Measurement> lines, String metric) {
        return lines.stream().filter(line -> line.metric().equals(metric) && line.index() == FURTHER).mapToDouble(
                Measurement::value).findFirst().orElseThrow(() -> new ProbeException("the probe printed no " + metric
                        + " of a further context"));
    }
}
