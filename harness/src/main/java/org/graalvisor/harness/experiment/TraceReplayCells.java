package org.graalvisor.harness.experiment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.graalvisor.harness.platform.StartRequest;
import org.graalvisor.harness.replay.CostCalibration;
import org.graalvisor.harness.replay.Emulation;
import org.graalvisor.harness.replay.FunctionModel;
import org.graalvisor.harness.replay.InstancePlatforms;
import org.graalvisor.harness.replay.PlatformDriver;
import org.graalvisor.harness.replay.PolicyReplay;
import org.graalvisor.harness.replay.ReplayMeasurements;
import org.graalvisor.harness.replay.ReplayPlan;
import org.graalvisor.harness.replay.TableOne;
import org.graalvisor.harness.verdict.DriverWatch;
import org.graalvisor.results.CellWriter;
import org.graalvisor.results.InvocationRecord;
import org.graalvisor.results.Outcome;
import org.graalvisor.results.Phase;
import org.graalvisor.results.PlannedCell;
import org.graalvisor.results.Verdict;
import org.graalvisor.trace.manage.Policy;
import org.graalvisor.trace.replay.ReplayOptions;
import org.graalvisor.trace.replay.ReplaySample;
import org.graalvisor.trace.schedule.Schedule;
import org.graalvisor.trace.schedule.ScheduleFile;
import org.graalvisor.trace.simulate.CostModel;
import org.graalvisor.trace.simulate.CostModels;
import org.graalvisor.trace.simulate.Simulator;

/**
 * One policy over a whole schedule, in real time: costs of an instance, the replay, and its simulation. Nothing is pinned:
 * dozens of instances start and run on all cores, as on a real node, and the rig with them.
 */
final class TraceReplayCells implements CellRunner {
    private static final long NOTE_PERIOD_S = 10;
    private static final double BYTES_PER_MB = 1 << 20;
    private static final int SIGNIFICANT_DIGITS = 3;

    private final CellTools tools;
    private final Settings.TraceReplay settings;
    private final InstancePlatforms platforms;

    TraceReplayCells(CellTools tools, Settings.TraceReplay settings) {
        this.tools = tools;
        this.settings = settings;
        this.platforms = ReplayPlatforms.of(tools.rig().artifacts());
    }

    @Override
    public Verdict run(PlannedCell cell, CellWriter writer) {
        EventSink events = new EventSink(writer);
        Policy policy = settings.node().policy(cell.dimensions().get(Dimension.PLATFORM));
        Schedule schedule = settings.schedule();
        ScheduleFile.write(schedule, writer.folder().resolve("schedule.gz"));
        events.add("schedule", Map.of("sha256", schedule.hash(), "arrivals", Integer.toString(schedule.size()),
                "origin", schedule.origin()));
        FunctionModel emulation = new Emulation(tools.workloads().function(Workloads.EMULATION), settings.work());
        CostModel costs = costs(policy, emulation, writer);
        new CostModels(Map.of(policy.name(), costs)).write(writer.folder().resolve("costs.json"));
        events.add("replay-begins");
        DriverWatch watch = new DriverWatch(Runtime.getRuntime().availableProcessors());
        PolicyReplay replay = replay(schedule, policy, costs, settings.choices().isEmpty()
                ? emulation
                : TableOne.of(settings.choices(), tools.workloads()::function), writer);
        Verdict verdict = replay.result().verdict().and(tools.rules().judgeReplay(watch.observe(), replay.result()
                .records()));
        events.add("replay-ended", Map.of("counts", replay.result().counts().toString()));
        write(replay, schedule, writer);
        // Real functions have durations and memory of their own, which a simulation of the trace's says nothing about.
        if (settings.choices().isEmpty() && !tools.rig().stop().isRequested()) {
            ReplayMeasurements.of(Simulator.run(schedule.cursor(), policy, settings.node().options(), costs, tools.rig()
                    .stop()::isRequested)).forEach(writer::append);
        }
        return verdict;
    }

    private CostModel costs(Policy policy, FunctionModel emulation, CellWriter writer) {
        if (!settings.costs().equals(Settings.TraceReplay.MEASURED)) {
            return CostModels.read(Path.of(settings.costs())).of(policy.name());
        }
        try (PlatformDriver driver = driver(policy, emulation, writer)) {
            return CostCalibration.of(policy, driver, InstancePlatforms.retainedUs(policy.name()));
        }
    }

    private PlatformDriver driver(Policy policy, FunctionModel model, CellWriter writer) {
        return new PlatformDriver(request -> platforms.platform(policy.name(), model.heapBytes(request
                .firstFunction())), new StartRequest(writer.stdoutLog(), writer.stderrLog(), new BitSet(), tools
                        .spawner()), Duration.ofNanos(ReplayOptions.DEFAULT.startTimeoutNs()), model);
    }

    private PolicyReplay replay(Schedule schedule, Policy policy, CostModel costs, FunctionModel model,
            CellWriter writer) {
        ReplayOptions usual = ReplayOptions.DEFAULT;
        ReplayPlan plan = new ReplayPlan(schedule, policy, settings.node().options().withInstanceBase(costs
                .instanceBaseBytes()), new ReplayOptions(usual.samplePeriodNs(), usual.startTimeoutNs(), usual
                        .replyTimeoutNs(), TimeUnit.MILLISECONDS.toNanos(settings.drainMs()), usual.stopTimeoutNs()),
                settings.node().reserveBytes(), tools.rig().stop()::isRequested);
        try (PlatformDriver driver = driver(policy, model, writer)) {
            return PolicyReplay.run(plan, driver, writer::append, sample -> note(policy, schedule, sample));
        }
    }

    private void note(Policy policy, Schedule schedule, ReplaySample sample) {
        long second = TimeUnit.NANOSECONDS.toSeconds(sample.elapsedNs());
        if (second > 0 && second % NOTE_PERIOD_S == 0) {
            tools.progress().note(String.format(Locale.ROOT,
                    "%s: %d of %d s, %d instances (%d active), %d invocations open, %.0f MB counted", policy.name(),
                    second, TimeUnit.MICROSECONDS.toSeconds(schedule.lengthUs()), sample.instances(), sample
                            .activeInstances(), sample.openInvocations(), sample.accountedBytes() / BYTES_PER_MB));
        }
    }

    private static void write(PolicyReplay replay, Schedule schedule, CellWriter writer) {
        List<InvocationRecord> records = replay.result().records();
        records.forEach(writer::append);
        Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);
        records.stream().filter(row -> row.outcome() == Outcome.COMPLETED).forEach(row -> histogram.recordValue(row
                .responseTimeNs().getAsLong()));
        if (histogram.getTotalCount() > 0) {
            writer.appendLatency(Phase.MEASURE, 0, TimeUnit.MICROSECONDS.toNanos(schedule.lengthUs()), histogram);
        }
        ReplayMeasurements.of(replay, schedule.lengthUs()).forEach(writer::append);
    }
}
