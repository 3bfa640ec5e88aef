package org.graalvisor.trace.replay;

import java.util.PriorityQueue;

/** Events by time; those of the same time in the order they were added. */
final class TimedEvents {
    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private long added;

    private record Entry(long atNs, long number, Runnable event) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            return atNs == other.atNs ? Long.compare(number, other.number) : Long.compare(atNs, other.atNs);
        }
    }

    void add(long atNs, Runnable event) {
        entries.add(new Entry(atNs, added++, event));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Returns the time of the next event; {@link Long#MAX_VALUE} when there is none. */
    long nextNs() {
        return entries.isEmpty() ? Long.MAX_VALUE : entries.peek().atNs();
    }

    Runnable remove() {
        return entries.remove().event();
    }
}
