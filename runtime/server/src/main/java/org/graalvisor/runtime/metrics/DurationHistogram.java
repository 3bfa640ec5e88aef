package org.graalvisor.runtime.metrics;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** Durations in fixed buckets, 1-2.5-5 per decade from 10 µs to 10 s. Safe for several threads. */
public final class DurationHistogram {
    private static final long[] UPPER_BOUNDS_NANOS = {10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000,
            2_500_000, 5_000_000, 10_000_000, 25_000_000,
            50_000_000, 100_000_000, 250_000_000, 500_000_000, 1_000_000_000, 2_500_000_000L, 5_000_000_000L,
            10_000_000_000L};
    private static final String[] UPPER_BOUNDS_SECONDS = {"1.0E-5", "2.5E-5", "5.0E-5", "1.0E-4", "2.5E-4", "5.0E-4",
            "0.001", "0.0025", "0.005", "0.01", "0.025",
            "0.05", "0.1", "0.25", "0.5", "1.0", "2.5", "5.0", "10.0"};

    private final AtomicLongArray counts = new AtomicLongArray(UPPER_BOUNDS_NANOS.length + 1);
    private final LongAdder sumNanos = new LongAdder();

    /** Adds one duration. */
    public void record(long nanos) {
        int bucket = 0;
        while (bucket < UPPER_BOUNDS_NANOS.length && nanos > UPPER_BOUNDS_NANOS[bucket]) {
            bucket++;
        }
        counts.getAndIncrement(bucket);
        sumNanos.add(nanos);
    }

    void write(String name, StringBuilder text) {
        long total = 0;
        for (int i = 0; i < UPPER_BOUNDS_NANOS.length; i++) {
            total += counts.get(i);
            text.append(name).append("_bucket{le=\"").append(UPPER_BOUNDS_SECONDS[i]).append("\"} ").append(total)
                    .append('\n');
        }
        total += counts.get(UPPER_BOUNDS_NANOS.length);
        text.append(name).append("_bucket{le=\"+Inf\"} ").append(total).append('\n');
        text.append(name).append("_sum ").append(sumNanos.sum() / 1e9).append('\n');
        text.append(name).append("_count ").append(total).append('\n');
    }
}
