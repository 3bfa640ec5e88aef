package org.graalvisor.trace.simulate;

import java.util.Arrays;

/**
 * Future events by time, then by number. A small heap holds the events of the next milliseconds only. Later ones lie
 * unsorted in a wheel, a bucket for every few milliseconds, and move to the heap when their time has come; what is
 * beyond the wheel waits in a heap of its own.
 */
final class EventQueue {
    /** A bucket is 2^12 µs long, in which 40 invocations begin at the rate of a full day's trace. */
    private static final int BUCKET_BITS = 12;
    private static final int BUCKETS = 1 << 12;
    private static final int FIRST_BUCKET_CAPACITY = 8;

    private final EventHeap near = new EventHeap();
    private final EventHeap beyond = new EventHeap();
    private final long[][] buckets = new long[BUCKETS][FIRST_BUCKET_CAPACITY];
    private final int[] sizes = new int[BUCKETS];
    private int inBuckets;
    /** The first bucket, counted from time 0, whose events are not in the near heap. */
    private long nextBucket;

    void add(long atUs, int number) {
        long bucket = atUs >>> BUCKET_BITS;
        if (bucket < nextBucket) {
            near.add(atUs, number);
        } else if (bucket < nextBucket + BUCKETS) {
            addToBucket((int) bucket & (BUCKETS - 1), EventHeap.key(atUs, number));
        } else {
            beyond.add(atUs, number);
        }
        if (near.isEmpty()) {
            fillNear();
        }
    }

    private void addToBucket(int bucket, long key) {
        int size = sizes[bucket]++;
        if (size == buckets[bucket].length) {
            buckets[bucket] = Arrays.copyOf(buckets[bucket], size * 2);
        }
        buckets[bucket][size] = key;
        inBuckets++;
    }

    boolean isEmpty() {
        return near.isEmpty();
    }

    /** Returns the time of the next event; {@link Long#MAX_VALUE} when there is none. */
    long nextUs() {
        return near.nextUs();
    }

    /** Removes the next event and returns its number. */
    int remove() {
        int number = near.remove();
        if (near.isEmpty()) {
            fillNear();
        }
        return number;
    }

    /** Afterwards the near heap is empty only if there is no event at all. */
    private void fillNear() {
        while (near.isEmpty() && (inBuckets > 0 || !beyond.isEmpty())) {
            if (inBuckets == 0) {
                nextBucket = Math.max(nextBucket, beyond.nextUs() >>> BUCKET_BITS);
            }
            int bucket = (int) nextBucket & (BUCKETS - 1);
            nextBucket++;
            for (int i = 0; i < sizes[bucket]; i++) {
                near.add(buckets[bucket][i]);
            }
            inBuckets -= sizes[bucket];
            sizes[bucket] = 0;
            while (beyond.nextUs() >>> BUCKET_BITS < nextBucket) {
                near.add(beyond.removeKey());
            }
        }
    }
}
