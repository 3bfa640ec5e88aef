package org.graalvisor.harness.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.graalvisor.harness.process.CpuQuota;
import org.graalvisor.harness.process.ProcessTable;
import org.graalvisor.harness.sampler.ResourceSampler;
import org.graalvisor.harness.verdict.DriverObservation;
import org.graalvisor.harness.verdict.DriverWatch;
import org.graalvisor.results.CellWriter;
import org.graalvisor.results.Measurement;
import org.graalvisor.results.Phase;
import org.graalvisor.results.PlannedCell;
import org.graalvisor.results.ResourceSample;
import org.graalvisor.results.Verdict;

/** Closed-loop load on a fresh process: warm-up, then the measured phase, with memory samples all the while. */
final class ClosedLoopCells implements CellRunner {
    private static final double NS_PER_US = 1e3;

    private final CellTools tools;
    private final Settings.ClosedLoopLoad settings;
    private final ProcessTable table = ProcessTable.ofThisMachine();

    ClosedLoopCells(CellTools tools, Settings.ClosedLoopLoad settings) {
        this.tools = tools;
        this.settings = settings;
    }

    @Override
    public Verdict run(PlannedCell cell, CellWriter writer) {
        String platform = cell.dimensions().get(Dimension.PLATFORM);
        int concurrency = Integer.parseInt(cell.dimensions().get(Dimension.CONCURRENCY));
        LoadShape shape = settings.shape(platform);
        return shape.cpuMillis() == LoadShape.WHOLE_CORES
                ? run(cell, writer, request(writer, concurrency, Optional.empty()))
                : runLimited(cell, writer, concurrency, shape.cpuMillis());
    }

    private Verdict runLimited(PlannedCell cell, CellWriter writer, int concurrency, int cpuMillis) {
        CpuQuota quota;
        try {
            quota = tools.spawner().cpuQuota(cpuMillis * concurrency);
        } catch (IOException failure) {
            return run(cell, writer, request(writer, concurrency, Optional.empty())).and(Verdict.degraded(
                    "each process was to get " + cpuMillis + " thousandths of a core, but that could not be set: "
                            + failure.getMessage()));
        }
        try {
            return run(cell, writer, request(writer, concurrency, Optional.of(quota)));
        } finally {
            remove(quota);
        }
    }

    private static void remove(CpuQuota quota) {
        try {
            quota.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot remove the control group of the cell", failure);
        }
    }

    private StartRequest request(CellWriter writer, int concurrency, Optional<CpuQuota> quota) {
        return new StartRequest(writer.stdoutLog(), writer.stderrLog(), tools.rig().cores().server(), tools.spawner(),
                concurrency, quota);
    }

    private Verdict run(PlannedCell cell, CellWriter writer, StartRequest request) {
        Platform platform = tools.planner().platform(cell.dimensions().get(Dimension.PLATFORM));
        FunctionUnderTest function = tools.workloads().function(cell.dimensions().get(Dimension.WORKLOAD));
        EventSink events = new EventSink(writer);
        try (PlatformSession session = platform.start(request)) {
            events.add("platform-started");
            session.awaitFirstReply(Duration.ofMillis(settings.startTimeoutMs()));
            session.register(function);
            int processes = living(session);
            events.add("load-begins", Map.of("concurrency", cell.dimensions().get(Dimension.CONCURRENCY)));
            LoadRun load = new LoadRun(session, function, cell, writer);
            tools.rig().cores().whilePinned(load);
            events.add("load-ended");
            load.result().failures().forEach(reason -> events.add("invocation-failed", Map.of("reason", reason)));
            write(load.result(), load.observation(), writer);
            load.memory().measurements(load.result()).forEach(writer::append);
            writer.append(Measurement.scalar("platform_cpu_cores", "cores", load.platformCpuCores()));
            return tools.rules().judge(load.observation(), load.result()).and(judgeProcesses(processes, living(
                    session)));
        }
    }

    private int living(PlatformSession session) {
        return (int) session.processes().stream().filter(table::isAlive).count();
    }

    private static Verdict judgeProcesses(int before, int after) {
        return after < before
                ? Verdict.invalid((before - after) + " of " + before
                        + " processes of the platform ended during the load")
                : Verdict.valid();
    }

    private final class LoadRun implements Runnable {
        private final PlatformSession session;
        private final FunctionUnderTest function;
        private final PlannedCell cell;
        private final CellWriter writer;
        private final List<ResourceSample> samples = Collections.synchronizedList(new ArrayList<>());
        private LoadResult result;
        private PhaseMemory memory;
        private DriverObservation observation;
        private double platformCpuCores;

        LoadRun(PlatformSession session, FunctionUnderTest function, PlannedCell cell, CellWriter writer) {
            this.session = session;
            this.function = function;
            this.cell = cell;
            this.writer = writer;
        }

        @Override
        public void run() {
            LoadShape shape = settings.shape(cell.dimensions().get(Dimension.PLATFORM));
            int concurrency = Integer.parseInt(cell.dimensions().get(Dimension.CONCURRENCY));
            long cpuBeforeNs = platformCpuNs();
            long beginNs = tools.rig().clock().nanoTime();
            DriverWatch watch = new DriverWatch(tools.rig().cores().driverCores());
            ResourceSampler sampler = new ResourceSampler(tools.reader(), session::processes,
                    Duration.ofMillis(settings.samplePeriodMs()), beginNs, this::sampled);
            try {
                result = new ClosedLoop(tools.rig().clock(), tools.rig().stop()).run(
                        new LoadTarget(session::openInvoker, function.invocation(), function.check()), concurrency,
                        shape.warmUp(), shape.measured());
            } finally {
                sampler.close();
            }
            observation = watch.observe();
            memory = new PhaseMemory(samples, beginNs);
            platformCpuCores = Math.max(0, (double) (platformCpuNs() - cpuBeforeNs) / (tools.rig().clock().nanoTime()
                    - beginNs));
        }

        private void sampled(ResourceSample sample) {
            samples.add(sample);
            writer.append(sample);
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

        PhaseMemory memory() {
            return memory;
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
        result.meanResponseTimeNs(Phase.MEASURE).ifPresent(meanNs -> writer.append(Measurement.scalar(
                "mean_response_time_us", "us", meanNs / NS_PER_US)));
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
