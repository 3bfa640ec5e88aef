package org.graalvisor.harness.experiment;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.graalvisor.harness.platform.SystemUnderTestException;
import org.graalvisor.harness.probe.ProbeException;
import org.graalvisor.harness.verdict.DriverWatch;
import org.graalvisor.results.CellWriter;
import org.graalvisor.results.Measurement;
import org.graalvisor.results.PlannedCell;
import org.graalvisor.results.Verdict;

/** Contexts of one function that are added one by one in a fresh process, with or without shared code. */
final class ContextCells implements CellRunner {
    private final CellTools tools;
    private final Settings.ContextScaling settings;

    ContextCells(CellTools tools, Settings.ContextScaling settings) {
        this.tools = tools;
        this.settings = settings;
    }

    @Override
    public Verdict run(PlannedCell cell, CellWriter writer) {
        Map<String, String> dimensions = cell.dimensions();
        DriverWatch watch = new DriverWatch(tools.rig().cores().driverCores());
        try {
            List<Measurement> measurements = new ProbeFactory(tools, Duration.ofMillis(settings.timeoutMs()))
                    .probe(dimensions.get(Dimension.WORKLOAD), writer.folder())
                    .scaleContexts(settings.contexts(), settings.requests(), dimensions.get(Dimension.SHARING).equals(
                            "on"), writer.stdoutLog(), writer.stderrLog());
            measurements.forEach(writer::append);
        } catch (ProbeException failure) {
            throw new SystemUnderTestException(failure.getMessage(), failure);
        }
        return tools.rules().judge(watch.observe());
    }
}
