package org.graalvisor.trace.simulate;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Response times, counted from intended arrival to end: per request, and the paper's way, per second. */
public final class ResponseTimes {
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final long US_PER_SECOND = TimeUnit.SECONDS.toMicros(1);
    /** A percentile needs this many samples beyond it. */
    private static final long SAMPLES_BEYOND = 10;

    private final Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);
    private double[] sumUs = new double[1 << 10];
    private long[] counts = new long[1 << 10];
    private int seconds;

    /**
     * Adds one.
     *
     * @param arrivalUs when it arrived
     * @param responseUs how long it took
     */
    public void add(long arrivalUs, long responseUs) {
        histogram.recordValue(responseUs);
        int second = (int) (arrivalUs / US_PER_SECOND);
        if (second >= sumUs.length) {
            int capacity = Math.max(second + 1, sumUs.length * 2);
            sumUs = Arrays.copyOf(sumUs, capacity);
            counts = Arrays.copyOf(counts, capacity);
        }
        sumUs[second] += responseUs;
        counts[second]++;
        seconds = Math.max(seconds, second + 1);
    }

    /** Returns how many there are. */
    public long count() {
        return histogram.getTotalCount();
    }

    /** Returns the mean in microseconds; empty without samples. */
    public OptionalDouble meanUs() {
        return count() == 0 ? OptionalDouble.empty() : OptionalDouble.of(Arrays.stream(sumUs).sum() / count());
    }

    /**
     * Returns a percentile per request, in microseconds.
     *
     * @param percentile from 0 to below 100
     * @return empty when fewer than ten samples lie beyond it
     */
    public OptionalDouble percentileUs(double percentile) {
        return count() * (100 - percentile) / 100 < SAMPLES_BEYOND
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) histogram.getValueAtPercentile(percentile));
    }

    /** Returns the share of requests that took at most so long, from 0 to 1. */
    public double shareWithin(long responseUs) {
        return count() == 0 ? 0 : (double) histogram.getCountBetweenValues(0, responseUs) / count();
    }

    /**
     * Returns the paper's view: a percentile over the means of all seconds with requests, by arrival.
     *
     * @param percentile from 0 to 100
     * @return empty without samples
     */
    public OptionalDouble percentileOfSecondMeansUs(double percentile) {
        double[] means = secondMeansUs();
        if (means.length == 0) {
            return OptionalDouble.empty();
        }
        Arrays.sort(means);
        return OptionalDouble.of(means[(int) Math.min(means.length - 1.0,
                Math.max(0, Math.ceil(percentile / 100 * means.length) - 1))]);
    }

    /** Returns the mean of each second with requests, in microseconds, in order of time. */
    public double[] secondMeansUs() {
        double[] means = new double[seconds];
        int filled = 0;
        for (int second = 0; second < seconds; second++) {
            if (counts[second] > 0) {
                means[filled++] = sumUs[second] / counts[second];
            }
        }
        return Arrays.copyOf(means, filled);
    }

    /** Returns the histogram of all requests, in microseconds. */
    public Histogram histogram() {
        return histogram.copy();
    }
}
