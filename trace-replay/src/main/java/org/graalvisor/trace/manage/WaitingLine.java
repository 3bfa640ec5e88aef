package org.graalvisor.trace.manage;

import java.util.ArrayDeque;
import java.util.Deque;

/** Invocations that wait for memory, first come, first served. */
final class WaitingLine {
    private final int capacity;
    private final Deque<Integer> slots = new ArrayDeque<>();

    WaitingLine(int capacity) {
        this.capacity = capacity;
    }

    boolean add(int slot) {
        return slots.size() < capacity && slots.add(slot);
    }

    boolean isEmpty() {
        return slots.isEmpty();
    }

    int size() {
        return slots.size();
    }

    int first() {
        return slots.getFirst();
    }

    void removeFirst() {
        slots.removeFirst();
    }
}
