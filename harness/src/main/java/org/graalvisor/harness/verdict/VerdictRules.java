package org.graalvisor.harness.verdict;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;
import org.graalvisor.harness.load.Counts;
import org.graalvisor.harness.load.LoadResult;
import org.graalvisor.harness.process.ProcessStat;
import org.graalvisor.harness.sampler.MachineCounters;
import org.graalvisor.results.InvocationRecord;
import org.graalvisor.results.Outcome;
import org.graalvisor.results.Phase;
import org.graalvisor.results.Verdict;

/**
 * The rules of docs/measurement.md by which data is valid, degraded or invalid.
 *
 * @param maxSendLagNs most send lag at the 99th percentile, in nanoseconds
 * @param maxDriverCpuShare most of its own cores the rig may use before it may be the bottleneck
 * @param maxStolenShare most of the cell's processor time that a hypervisor may have taken away
 * @param maxForeignCores most cores that processes outside of the measurement may use
 * @param maxGrowth most by which the second half of a measured phase may have more completions than the first: beyond, the
 *            platform was still warming up
 */
public record VerdictRules(long maxSendLagNs, double maxDriverCpuShare, double maxStolenShare,
        double maxForeignCores, double maxGrowth) {
    private static final double NS_PER_TICK = 1e9 / ProcessStat.TICKS_PER_SECOND;

    /** Returns the rules every experiment uses. */
    public static VerdictRules standard() {
        return new VerdictRules(5_000_000, 0.95, 0.05, 0.2, 0.1);
    }

    /**
     * Judges the machine and the rig.
     *
     * @param seen what the rig saw of itself
     */
    public Verdict judge(DriverObservation seen) {
        Verdict verdict = Verdict.valid();
        MachineCounters before = seen.before();
        MachineCounters after = seen.after();
        if (after.oomKills() > before.oomKills()) {
            verdict = verdict.and(Verdict.invalid("the kernel killed a process for lack of memory"));
        }
        if (after.swappedPages() > before.swappedPages()) {
            verdict = verdict.and(Verdict.degraded(
                    (after.swappedPages() - before.swappedPages()) + " pages were swapped"));
        }
        if (after.throttledPeriods() > before.throttledPeriods()) {
            verdict = verdict.and(Verdict.degraded("a CPU quota throttled the run in "
                    + (after.throttledPeriods() - before.throttledPeriods()) + " periods"));
        }
        double stolen = (after.stolenTicks() - before.stolenTicks()) * NS_PER_TICK / Math.max(1, seen.wallNs());
        if (stolen > maxStolenShare) {
            verdict = verdict.and(Verdict.degraded(percent("the hypervisor took away %s of a core", stolen)));
        }
        if (seen.foreignCores() > maxForeignCores) {
            verdict = verdict.and(Verdict.degraded(percent("other processes used %s of a core", seen.foreignCores())));
        }
        return verdict;
    }

    /**
     * Judges a load as well.
     *
     * @param seen what the rig saw of itself
     * @param load what the load generator saw
     */
    public Verdict judge(DriverObservation seen, LoadResult load) {
        Verdict verdict = judge(seen).and(judgeCounts(load.counts()));
        if (seen.driverCpuShare() > maxDriverCpuShare) {
            verdict = verdict.and(Verdict.degraded(percent(
                    "the load generator used %s of its cores; the platform may be faster than shown",
                    seen.driverCpuShare())));
        }
        return verdict.and(judgeSendLag(load.records())).and(judgeGrowth(load));
    }

    private Verdict judgeGrowth(LoadResult load) {
        double growth = load.growth(Phase.MEASURE).orElse(0);
        return growth > maxGrowth
                ? Verdict.degraded(percent(
                        "the platform was still warming up: the second half of the measured phase completed %s more",
                        growth))
                : Verdict.valid();
    }

    /**
     * Judges the replay of a trace. What did not fit into the node is a result and not a fault, and so is what ends after
     * the drain because the schedule wants it so.
     *
     * @param seen what the rig saw of itself
     * @param records one for each arrival
     */
    public Verdict judgeReplay(DriverObservation seen, List<InvocationRecord> records) {
        long failed = records.stream().filter(row -> row.outcome() == Outcome.FAILED).count();
        Verdict verdict = judge(seen);
        if (failed > 0) {
            verdict = verdict.and(Verdict.invalid(failed + " of " + records.size() + " replies were errors or wrong"));
        }
        if (records.stream().noneMatch(row -> row.outcome() == Outcome.COMPLETED)) {
            verdict = verdict.and(Verdict.invalid("not one request was completed"));
        }
        return verdict.and(judgeSendLag(records));
    }

    private Verdict judgeSendLag(List<InvocationRecord> records) {
        long lagNs = sendLag(records).getValueAtPercentile(99);
        return lagNs > maxSendLagNs
                ? Verdict.degraded("requests were sent late: p99 " + lagNs / 1_000 + " us")
                : Verdict.valid();
    }

    private static Verdict judgeCounts(Counts counts) {
        Verdict verdict = Verdict.valid();
        if (!counts.isConserved()) {
            verdict = verdict.and(Verdict.invalid("conservation broken: " + counts));
        }
        if (counts.failed() > 0) {
            verdict = verdict.and(Verdict.invalid(
                    counts.failed() + " of " + counts.scheduled() + " replies were errors or wrong"));
        }
        if (counts.dropped() > 0) {
            verdict = verdict.and(Verdict.degraded(counts.dropped() + " requests were dropped"));
        }
        if (counts.unfinished() > 0) {
            verdict = verdict.and(Verdict.degraded(counts.unfinished() + " requests were unfinished"));
        }
        if (counts.completed() == 0) {
            verdict = verdict.and(Verdict.invalid("not one request was completed"));
        }
        return verdict;
    }

    private static Histogram sendLag(List<InvocationRecord> records) {
        Histogram histogram = new Histogram(3);
        records.stream().filter(row -> row.phase() == Phase.MEASURE).map(InvocationRecord::sendLagNs)
                .filter(OptionalLong::isPresent).mapToLong(lag -> Math.max(0, lag.getAsLong()))
                .forEach(histogram::recordValue);
        return histogram;
    }

    private static String percent(String text, double share) {
        return text.formatted(String.format(Locale.ROOT, "%.0f %%", share * 100));
    }
}
