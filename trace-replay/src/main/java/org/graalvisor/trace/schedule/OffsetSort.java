package org.graalvisor.trace.schedule;

import java.util.Arrays;

/**
 * Sorts arrivals of one minute by their upper 32 bits, which are below 2^26, in two stable passes. Four times as fast as
 * {@link Arrays#sort(long[])} on a minute of a full day (630,000 arrivals).
 */
final class OffsetSort {
    private static final int DIGIT_BITS = 13;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private final int[] low = new int[DIGITS];
    private final int[] high = new int[DIGITS];
    private long[] spare = new long[0];

    /** Sorts the first elements. */
    void sort(long[] keys, int size) {
        if (spare.length < keys.length) {
            spare = new long[keys.length];
        }
        Arrays.fill(low, 0);
        Arrays.fill(high, 0);
        for (int i = 0; i < size; i++) {
            int offset = (int) (keys[i] >>> Integer.SIZE);
            low[offset & (DIGITS - 1)]++;
            high[offset >>> DIGIT_BITS]++;
        }
        turnIntoPositions(low);
        turnIntoPositions(high);
        long[] sorted = spare;
        for (int i = 0; i < size; i++) {
            sorted[low[(int) (keys[i] >>> Integer.SIZE) & (DIGITS - 1)]++] = keys[i];
        }
        for (int i = 0; i < size; i++) {
            keys[high[(int) (sorted[i] >>> Integer.SIZE) >>> DIGIT_BITS]++] = sorted[i];
        }
    }

    private static void turnIntoPositions(int[] counts) {
        int position = 0;
        for (int digit = 0; digit < counts.length; digit++) {
            int count = counts[digit];
            counts[digit] = position;
            position += count;
        }
    }
}
