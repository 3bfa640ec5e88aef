package org.graalvisor.trace.simulate;

import java.util.Arrays;
import org.graalvisor.trace.TraceException;

/**
 * Future events by time, then by number. Time and number share one 64-bit key, and each node of the heap has four children,
 * so that an event costs a few nanoseconds. Holds 2^41 µs (25 days) and 2^21 invocations and instances at a time.
 */
final class EventHeap {
    private static final int NUMBER_BITS = 22;
    private static final long NUMBER_MASK = (1L << NUMBER_BITS) - 1;
    private static final int ARITY_BITS = 2;

    private long[] keys = new long[1 << 10];
    private int size;

    /** Returns time and number of an event as one value, in the order of events. */
    static long key(long atUs, int number) {
        if (number > NUMBER_MASK) {
            throw new TraceException("More than " + (NUMBER_MASK >> 1)
                    + " invocations or instances at a time cannot be simulated: lower the rate, or set a memory cap.");
        }
        return atUs << NUMBER_BITS | number;
    }

    void add(long atUs, int number) {
        add(key(atUs, number));
    }

    void add(long key) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
        }
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) >>> ARITY_BITS;
            if (keys[parent] <= key) {
                break;
            }
            keys[at] = keys[parent];
            at = parent;
        }
        keys[at] = key;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Returns the time of the next event; {@link Long#MAX_VALUE} when there is none. */
    long nextUs() {
        return size == 0 ? Long.MAX_VALUE : keys[0] >>> NUMBER_BITS;
    }

    /** Removes the next event and returns its number. */
    int remove() {
        return (int) (removeKey() & NUMBER_MASK);
    }

    /** Removes the next event and returns time and number. */
    long removeKey() {
        long first = keys[0];
        long moved = keys[--size];
        int at = 0;
        while (true) {
            int child = (at << ARITY_BITS) + 1;
            if (child >= size) {
                break;
            }
            int end = Math.min(child + (1 << ARITY_BITS), size);
            int least = child;
            for (int other = child + 1; other < end; other++) {
                if (keys[other] < keys[least]) {
                    least = other;
                }
            }
            if (keys[least] >= moved) {
                break;
            }
            keys[at] = keys[least];
            at = least;
        }
        keys[at] = moved;
        return first;
    }
}
