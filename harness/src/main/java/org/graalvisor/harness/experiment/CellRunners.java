package org.graalvisor.harness.experiment;

import java.time.Duration;
import java.util.List;
import org.graalvisor.results.PlannedCell;

/** Chooses who measures a cell. */
final class CellRunners {
    private CellRunners() {}

    static CellRunner of(PlannedCell cell, Settings settings, CellTools tools) {
        return switch (settings) {
            case Settings.Microbenchmarks benchmarks -> new MicrobenchmarkCells(tools, benchmarks);
            case Settings.ClosedLoopLoad load -> new ClosedLoopCells(tools, load);
            case Settings.IsolateScaling scaling -> new IsolateCells(tools, scaling.systemCallCounts(),
                    Duration.ofMillis(scaling.timeoutMs()));
            case Settings.ContextScaling scaling -> new ContextCells(tools, scaling);
            case Settings.TraceReplay replay -> new TraceReplayCells(tools, replay);
            case Settings.PeakSpeed peak -> new PeakSpeedCells(tools, peak);
            case Settings.FirstRequests first -> new FirstRequestCells(tools, first);
            case Settings.ColdStart start -> switch (cell.dimensions().get(Dimension.PLATFORM)) {
                case CellPlanner.ISOLATE -> new IsolateCells(tools, List.of(), Duration.ofMillis(start
                        .startTimeoutMs()));
                case CellPlanner.CONTEXT -> new FurtherContextCells(tools, Duration.ofMillis(start.startTimeoutMs()));
                default -> new ColdStartCells(tools, start);
            };
        };
    }
}
