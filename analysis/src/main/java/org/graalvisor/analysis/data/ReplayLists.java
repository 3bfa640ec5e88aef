package org.graalvisor.analysis.data;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.graalvisor.results.CellReader;
import org.graalvisor.results.InvocationRecord;
import org.graalvisor.results.Outcome;
import org.graalvisor.results.Phase;
import org.graalvisor.results.ResourceSample;

/**
 * What the lists of a replayed trace say: response times per request, counted from the intended time, and series by second.
 *
 * @param responseTimes of completed invocations of the measured phase, in nanoseconds
 * @param metrics {@link #RSS}, {@link #PSS} and {@link #SECOND_MEANS}, as far as the lists hold them
 */
record ReplayLists(Histogram responseTimes, Map<String, Series> metrics) {
    /** A metric that only replayed traces have. */
    static final String MARK = "arrived";
    /** Resident memory of all instances, by second. */
    static final String RSS = "replay_rss_bytes";
    /** The same, shared pages counted once. */
    static final String PSS = "replay_pss_bytes";
    /** Mean response time of the completed invocations that were to arrive in a second: the paper's view. */
    static final String SECOND_MEANS = "second_mean_response_ms";

    private static final double NS_PER_MS = 1e6;
    private static final int SIGNIFICANT_DIGITS = 3;

    static ReplayLists read(CellReader cell) {
        Histogram all = new Histogram(SIGNIFICANT_DIGITS);
        Map<String, Series> metrics = new HashMap<>(memory(cell));
        SortedMap<Long, Double> sumsMs = new TreeMap<>();
        Map<Long, Long> counts = new HashMap<>();
        try (Stream<InvocationRecord> invocations = cell.invocations()) {
            invocations.filter(row -> row.phase() == Phase.MEASURE && row.outcome() == Outcome.COMPLETED)
                    .forEach(row -> {
                        OptionalLong responseNs = row.responseTimeNs();
                        // A reply cannot come before the request was due; the recorder may round by a nanosecond.
                        long ns = Math.max(0, responseNs.orElseThrow());
                        long second = second(row.intendedNs());
                        all.recordValue(ns);
                        sumsMs.merge(second, ns / NS_PER_MS, Double::sum);
                        counts.merge(second, 1L, Long::sum);
                    });
        }
        sumsMs.replaceAll((second, sum) -> sum / counts.get(second));
        put(metrics, SECOND_MEANS, "ms", sumsMs);
        return new ReplayLists(all, metrics);
    }

    private static Map<String, Series> memory(CellReader cell) {
        SortedMap<Long, Double> rss = new TreeMap<>();
        SortedMap<Long, Double> pss = new TreeMap<>();
        try (Stream<ResourceSample> samples = cell.resources()) {
            samples.forEach(sample -> {
                long second = second(sample.elapsedNs());
                rss.put(second, (double) sample.rssBytes());
                sample.pssBytes().ifPresent(bytes -> pss.put(second, (double) bytes));
            });
        }
        Map<String, Series> metrics = new HashMap<>();
        put(metrics, RSS, "bytes", rss);
        put(metrics, PSS, "bytes", pss);
        return metrics;
    }

    private static void put(Map<String, Series> metrics, String name, String unit, SortedMap<Long, Double> values) {
        if (!values.isEmpty()) {
            metrics.put(name, new Series(unit, values));
        }
    }

    private static long second(long elapsedNs) {
        return elapsedNs / TimeUnit.SECONDS.toNanos(1);
    }
}
