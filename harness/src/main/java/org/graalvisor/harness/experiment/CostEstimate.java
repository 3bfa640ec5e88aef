package org.graalvisor.harness.experiment;

import java.util.List;
import org.graalvisor.harness.platform.WorkloadFiles;
import org.graalvisor.results.PlannedCell;

/**
 * What running a plan will roughly take; upper bounds where phases end early.
 *
 * @param seconds duration
 * @param bytes disk space
 */
public record CostEstimate(double seconds, long bytes) {
    private static final double START_AND_STOP_S = 1.0;
    private static final double PROXY_S = 0.5;
    private static final double ISOLATE_S = 0.001;
    /** Isolate, context and first call, twice what the README tells. */
    private static final double JAVASCRIPT_ISOLATE_S = 0.004;
    private static final double PYTHON_ISOLATE_S = 0.03;
    /** A CPU-bound function until it is compiled. */
    private static final double CONTEXT_S = 10;
    /** Two instances, and a second of invocations. */
    private static final double CALIBRATION_S = 10;
    /** Samples, and ten invocations. */
    private static final double REPLAY_BYTES_PER_S = 2_000;
    private static final long SHORTEST_REQUEST_NS = 20_000;
    private static final long LINE_BYTES = 40;
    private static final long INVOCATION_BYTES = 70;
    private static final long CELL_BYTES = 8_192;
    private static final long ISOLATE_BYTES = 400;

    /**
     * Estimates the cells of an experiment.
     *
     * @param settings its numbers
     * @param cells its cells
     */
    public static CostEstimate of(Settings settings, List<PlannedCell> cells) {
        double seconds = 0;
        long bytes = 0;
        for (PlannedCell cell : cells) {
            int isolates = Integer.parseInt(cell.dimensions().getOrDefault(Dimension.ISOLATES, "0"));
            seconds += START_AND_STOP_S + switch (settings) {
                case Settings.ClosedLoopLoad load -> shape(load, cell).durationNs() / 1e9 + proxySeconds(cell);
                case Settings.FirstRequests first -> START_AND_STOP_S;
                case Settings.IsolateScaling scaling -> isolates * isolateSeconds(cell);
                case Settings.Microbenchmarks jmh -> jmh.forks()
                        * (START_AND_STOP_S + (jmh.warmUpIterations() + jmh.iterations()) * jmh.iterationMs() / 1e3);
                case Settings.ContextScaling scaling -> scaling.contexts() * CONTEXT_S;
                case Settings.PeakSpeed peak -> START_AND_STOP_S + peak.measured().durationNs() / 1e9;
                case Settings.TraceReplay replay -> CALIBRATION_S + replay.lengthSeconds() + replay.drainMs() / 1e3;
                case Settings.ColdStart start -> START_AND_STOP_S + start.settleMs() / 1e3;
            };
            bytes += CELL_BYTES + isolates * ISOLATE_BYTES + switch (settings) {
                case Settings.ClosedLoopLoad load ->
                    requests(shape(load, cell)) * INVOCATION_BYTES;
                case Settings.PeakSpeed peak -> 2 * peak.measured().requests() * LINE_BYTES;
                case Settings.ContextScaling scaling -> (long) scaling.contexts() * (scaling.requests() + 4)
                        * LINE_BYTES;
                case Settings.TraceReplay replay -> (long) (replay.lengthSeconds() * REPLAY_BYTES_PER_S);
                default -> 0;
            };
        }
        return new CostEstimate(seconds, bytes);
    }

    /** OpenWhisk has a process for each caller, and all start on the same cores. */
    private static double proxySeconds(PlannedCell cell) {
        return cell.dimensions().get(Dimension.PLATFORM).startsWith("openwhisk")
                ? PROXY_S * Integer.parseInt(cell.dimensions().get(Dimension.CONCURRENCY))
                : 0;
    }

    private static LoadShape shape(Settings.ClosedLoopLoad load, PlannedCell cell) {
        return load.shape(cell.dimensions().get(Dimension.PLATFORM));
    }

    /** A request of even the smallest function takes a few dozen microseconds, so that time ends most phases. */
    private static long requests(LoadShape shape) {
        return Math.min(shape.warmUp().requests() + shape.measured().requests(), shape.durationNs()
                / SHORTEST_REQUEST_NS);
    }

    private static double isolateSeconds(PlannedCell cell) {
        return WorkloadFiles.scriptLanguage(cell.dimensions().get(Dimension.WORKLOAD)).map(
                language -> switch (language) {
                    case JAVASCRIPT -> JAVASCRIPT_ISOLATE_S;
                    case PYTHON -> PYTHON_ISOLATE_S;
                }).orElse(ISOLATE_S);
    }
}
