package org.graalvisor.analysis.statistics;

import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/**
 * A percentile that is refused where too few samples lie above it to know it.
 *
 * @param percent above 0 and below 100, for example 99.9
 */
public record Percentile(double percent) {
    /** At least this many samples must lie above a percentile: p99.9 needs 10,000 samples, p99 needs 1,000. */
    private static final double SAMPLES_ABOVE = 10;

    public Percentile {
        if (!(percent > 0 && percent < 100)) {
            throw new IllegalArgumentException("A percentile lies above 0 and below 100, found " + percent);
        }
    }

    /** Fewest samples this percentile may be taken from. */
    public long requiredSamples() {
        // Rounded first, because 10 / (1 - 0.999) is 10000.000000000009 in binary.
        return (long) Math.ceil(Math.round(SAMPLES_ABOVE / (100 - percent) * 100 * 1e6) / 1e6);
    }

    /** The percentile; empty when the histogram holds fewer than {@link #requiredSamples()}. */
    public OptionalDouble of(Histogram histogram) {
        if (histogram.getTotalCount() < requiredSamples()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((double) histogram.getValueAtPercentile(percent));
    }
}
