package org.graalvisor.harness.experiment;

import java.time.Duration;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.graalvisor.harness.load.ClosedLoop;
import org.graalvisor.harness.load.Counts;
import org.graalvisor.harness.load.LoadResult;
import org.graalvisor.harness.load.LoadTarget;
import org.graalvisor.harness.load.PhaseWindow;
import org.graalvisor.harness.platform.FunctionUnderTest;
import org.graalvisor.harness.platform.Platform;
import org.graalvisor.harness.platform.PlatformSession;
import org.graalvisor.harness.platform.StartRequest;
import org.graalvisor.harness.sampler.ResourceSampler;
import org.graalvisor.harness.verdict.DriverObservation;
import org.graalvisor.harness.verdict.DriverWatch;
import org.graalvisor.results.CellWriter;
import org.graalvisor.results.Measurement;
import org.graalvisor.results.Phase;
import org.graalvisor.results.PlannedCell;
import org.graalvisor.results.Verdict;

/** Closed-loop load on a fresh process: warm-up, then the measured phase, with memory samples all the while. */
final class ClosedLoopCells implements CellRunner {
    private final CellTools tools;
    private final Settings.ClosedLoopLoad settings;

    ClosedLoopCells(CellTools tools, Settings.ClosedLoopLoad settings) {
        this.tools = tools;
        this.settings = settings;
    }

    @Override
    public Verdict run(PlannedCell cell, CellWriter writer) {
        Platform platform = tools.planner().platform(cell.dimensions().get(Dimension.PLATFORM));
        FunctionUnderTest function = tools.workloads().function(cell.dimensions().get(Dimension.WORKLOAD));
        int concurrency = Integer.parseInt(cell.dimensions().get(Dimension.CONCURRENCY));
        EventSink events = new EventSink(writer);
        try (PlatformSession session = platform.start(new StartRequest(writer.stdoutLog(), writer.stderrLog(),
                tools.rig().cores().server(), tools.spawner(), concurrency))) {
            events.add("platform-started");
            session.awaitFirstReply(Duration.ofMillis(settings.startTimeoutMs()));
            session.register(function);
            events.add("load-begins", Map.of("concurrency", Integer.toString(concurrency)));
            LoadRun load = new LoadRun(session, function, concurrency, writer);
            tools.rig().cores().whilePinned(load);
            events.add("load-ended");
            write(load.result(), load.observation(), writer);
            writer.append(Measurement.scalar("platform_cpu_cores", "cores", load.platformCpuCores()));
            return tools.rules().judge(load.observation(), load.result());
        }
    }

    private final class LoadRun implements Runnable {
        private final PlatformSession session;
        private final FunctionUnderTest function;
        private final int concurrency;
        private final CellWriter writer;
        private LoadResult result;
        private DriverObservation observation;
        private double platformCpuCores;

        LoadRun(PlatformSession session, FunctionUnderTest function, int concurrency, CellWriter writer) {
            this.session = session;
            this.function = function;
            this.concurrency = concurrency;
            this.writer = writer;
        }

        @Override
        public void run() {
            long cpuBeforeNs = platformCpuNs();
            long beginNs = tools.rig().clock().nanoTime();
            DriverWatch watch = new DriverWatch(tools.rig().cores().driverCores());
            ResourceSampler sampler = new ResourceSampler(tools.reader(), session::processes,
                    Duration.ofMillis(settings.samplePeriodMs()), tools.rig().clock().nanoTime(), writer::append);
            try {
                result = new ClosedLoop(tools.rig().clock(), tools.rig().stop()).run(
                        new LoadTarget(session::openInvoker, function.invocation(), function.check()), concurrency,
                        settings.warmUp(), settings.measured());
            } finally {
                sampler.close();
            }
            observation = watch.observe();
            platformCpuCores = (double) (platformCpuNs() - cpuBeforeNs) / (tools.rig().clock().nanoTime() - beginNs);
        }

        private long platformCpuNs() {
            return tools.reader().read(session.processes(), 0).cpuNs();
        }

        double platformCpuCores() {
            return platformCpuCores;
        }

        LoadResult result() {
            return result;
        }

        DriverObservation observation() {
            return observation;
        }
    }

    private static void write(LoadResult result, DriverObservation observation, CellWriter writer) {
        result.records().forEach(writer::append);
        for (PhaseWindow window : result.windows()) {
            Histogram histogram = result.responseTimes(window.phase());
            if (histogram.getTotalCount() > 0) {
                writer.appendLatency(window.phase(), window.startNs(), window.endNs(), histogram);
            }
        }
        writer.append(Measurement.scalar("throughput_ops_per_s", "ops/s", result.throughputPerSecond(Phase.MEASURE)));
        writer.append(
                Measurement.scalar("warm_up_throughput_ops_per_s", "ops/s", result.throughputPerSecond(Phase.WARMUP)));
        writer.append(Measurement.scalar("driver_cpu_share", "ratio", observation.driverCpuShare()));
        Counts counts = result.counts();
        append(writer, "scheduled", counts.scheduled());
        append(writer, "completed", counts.completed());
        append(writer, "failed", counts.failed());
        append(writer, "dropped", counts.dropped());
        append(writer, "unfinished", counts.unfinished());
    }

    private static void append(CellWriter writer, String metric, long count) {
        writer.append(Measurement.scalar(metric, "count", (double) count));
    }
}
