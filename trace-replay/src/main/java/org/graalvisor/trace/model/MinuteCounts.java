package org.graalvisor.trace.model;

import java.util.Arrays;

/**
 * Invocations per minute. Only minutes with invocations are kept, since most are empty (85 % of a day's
 * function-minutes). Minutes count from 0 at the start of the trace.
 */
public final class MinuteCounts {
    /** Minutes of a day. */
    public static final int MINUTES_PER_DAY = 1440;

    private static final MinuteCounts NONE = new MinuteCounts(new int[0], new int[0]);

    private final int[] minutes;
    private final int[] counts;

    private MinuteCounts(int[] minutes, int[] counts) {
        this.minutes = minutes;
        this.counts = counts;
    }

    /**
     * Takes counts of consecutive minutes.
     *
     * @param perMinute invocations of each minute, none below 0
     * @param firstMinute the minute of the first of them
     */
    public static MinuteCounts of(int[] perMinute, int firstMinute) {
        int filled = 0;
        for (int count : perMinute) {
            filled += count == 0 ? 0 : 1;
        }
        if (filled == 0) {
            return NONE;
        }
        int[] minutes = new int[filled];
        int[] counts = new int[filled];
        int next = 0;
        for (int i = 0; i < perMinute.length; i++) {
            if (perMinute[i] != 0) {
                minutes[next] = firstMinute + i;
                counts[next++] = perMinute[i];
            }
        }
        return new MinuteCounts(minutes, counts);
    }

    /** Returns how many minutes have invocations. */
    public int size() {
        return minutes.length;
    }

    /**
     * Returns the minute of an entry; entries ascend.
     *
     * @param entry from 0 to {@link #size} − 1
     */
    public int minute(int entry) {
        return minutes[entry];
    }

    /**
     * Returns the invocations of an entry, above 0.
     *
     * @param entry from 0 to {@link #size} − 1
     */
    public int count(int entry) {
        return counts[entry];
    }

    /** Returns the first entry at or after a minute; {@link #size} when there is none. */
    public int entryFrom(int minute) {
        int found = Arrays.binarySearch(minutes, minute);
        return found >= 0 ? found : -found - 1;
    }

    /** Returns all invocations. */
    public long total() {
        return totalWithin(0, Integer.MAX_VALUE);
    }

    /**
     * Returns the invocations of some minutes.
     *
     * @param fromMinute first minute
     * @param toMinute first minute after them
     */
    public long totalWithin(int fromMinute, int toMinute) {
        long total = 0;
        for (int entry = entryFrom(fromMinute); entry < minutes.length && minutes[entry] < toMinute; entry++) {
            total += counts[entry];
        }
        return total;
    }

    /**
     * Adds its counts to an array of minutes.
     *
     * @param perMinute one element for each minute of the trace
     */
    public void addTo(long[] perMinute) {
        for (int entry = 0; entry < minutes.length; entry++) {
            perMinute[minutes[entry]] += counts[entry];
        }
    }

    /** Returns the counts of both. */
    public MinuteCounts plus(MinuteCounts other) {
        if (size() == 0 || other.size() == 0) {
            return size() == 0 ? other : this;
        }
        int length = Math.max(minutes[minutes.length - 1], other.minutes[other.minutes.length - 1]) + 1;
        int[] sum = new int[length];
        copyTo(sum, 0);
        other.copyTo(sum, 0);
        return of(sum, 0);
    }

    /**
     * Adds its counts to an array that begins at some minute; entries outside the array are left out.
     *
     * @param perMinute array of consecutive minutes
     * @param firstMinute minute of its first element
     */
    public void copyTo(int[] perMinute, int firstMinute) {
        for (int entry = entryFrom(firstMinute); entry < minutes.length; entry++) {
            int at = minutes[entry] - firstMinute;
            if (at >= perMinute.length) {
                return;
            }
            perMinute[at] = Math.addExact(perMinute[at], counts[entry]);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MinuteCounts that && Arrays.equals(minutes, that.minutes)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(minutes) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return total() + " invocations in " + size() + " minutes";
    }
}
