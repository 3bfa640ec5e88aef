package org.graalvisor.harness.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.graalvisor.results.InvocationRecord;
import org.graalvisor.results.Outcome;
import org.graalvisor.results.Phase;

/**
 * Everything a load generator saw.
 *
 * @param records one row per scheduled invocation, in the order of the schedule
 * @param counts what became of them
 * @param originNs instant on the clock that the stamps of the records count from
 * @param windows when each phase ran
 * @param failures why some of the failed invocations did, a sentence each; the first ones of each caller
 */
public record LoadResult(List<InvocationRecord> records, Counts counts, long originNs, List<PhaseWindow> windows,
        List<String> failures) {
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final int FEWEST_FOR_GROWTH = 200;

    /** Copies the lists. */
    public LoadResult {
        records = List.copyOf(records);
        windows = List.copyOf(windows);
        failures = List.copyOf(failures);
    }

    static LoadResult of(String function, List<InvocationBuffer> buffers, long scheduled, long originNs,
            List<PhaseWindow> windows) {
        List<InvocationRecord> records = new ArrayList<>();
        buffers.forEach(buffer -> buffer.forEach(function, records::add));
        records.sort(Comparator.comparingLong(InvocationRecord::index));
        return new LoadResult(records, Counts.of(scheduled, records), originNs, windows, buffers.stream().flatMap(
                buffer -> buffer.failures().stream()).toList());
    }

    /** Returns the window of a phase; empty (0 to 0) when the load had none. */
    public PhaseWindow window(Phase phase) {
        return windows.stream().filter(window -> window.phase() == phase).findFirst()
                .orElse(new PhaseWindow(phase, 0, 0));
    }

    /** Returns the response times of the completed invocations of a phase, in nanoseconds, three digits exact. */
    public Histogram responseTimes(Phase phase) {
        Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);
        records.stream().filter(row -> row.phase() == phase && row.outcome() == Outcome.COMPLETED)
                .map(InvocationRecord::responseTimeNs).mapToLong(OptionalLong::getAsLong)
                .forEach(histogram::recordValue);
        return histogram;
    }

    /** Returns the mean response time of the completed invocations of a phase, in nanoseconds; nothing when there were none. */
    public OptionalDouble meanResponseTimeNs(Phase phase) {
        return records.stream().filter(row -> row.phase() == phase && row.outcome() == Outcome.COMPLETED)
                .map(InvocationRecord::responseTimeNs).mapToLong(OptionalLong::getAsLong).average();
    }

    /**
     * Returns how much more was completed in the second half of a phase than in the first: 0.2 for a fifth more.
     *
     * @return empty when fewer than {@value #FEWEST_FOR_GROWTH} were completed, of which chance would make a trend
     */
    public OptionalDouble growth(Phase phase) {
        PhaseWindow window = window(phase);
        long halfNs = window.startNs() + window.lengthNs() / 2;
        long[] completedNs = records.stream().filter(row -> row.phase() == phase && row
                .outcome() == Outcome.COMPLETED).map(InvocationRecord::completedNs).mapToLong(OptionalLong::getAsLong)
                .toArray();
        if (completedNs.length < FEWEST_FOR_GROWTH) {
            return OptionalDouble.empty();
        }
        double first = LongStream.of(completedNs).filter(ns -> ns < halfNs).count();
        return OptionalDouble.of((completedNs.length - first) / Math.max(1, first) - 1);
    }

    /** Returns completed invocations of a phase per second of its window; 0 for an empty window. */
    public double throughputPerSecond(Phase phase) {
        PhaseWindow window = window(phase);
        long completed = records.stream()
                .filter(row -> row.phase() == phase && row.outcome() == Outcome.COMPLETED)
                .count();
        return window.lengthNs() == 0 ? 0 : completed * 1e9 / window.lengthNs();
    }
}
