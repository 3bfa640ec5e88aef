package org.graalvisor.trace.manage;

import java.util.Arrays;

/**
 * Invocations that have arrived and not ended, each in a slot of plain arrays: managing one makes no garbage. A slot is
 * reused after its invocation has ended.
 */
public final class InvocationTable {
    static final int NONE = -1;
    private static final int FIRST_CAPACITY = 1 << 10;

    private long[] index = new long[FIRST_CAPACITY];
    private int[] function = new int[FIRST_CAPACITY];
    private long[] arrivalUs = new long[FIRST_CAPACITY];
    private long[] durationUs = new long[FIRST_CAPACITY];
    private long[] memoryBytes = new long[FIRST_CAPACITY];
    private long[] takenBytes = new long[FIRST_CAPACITY];
    private boolean[] cold = new boolean[FIRST_CAPACITY];
    private Instance[] instance = new Instance[FIRST_CAPACITY];
    private int[] before = new int[FIRST_CAPACITY];
    private int[] after = new int[FIRST_CAPACITY];
    private int unused;
    private int firstFree = NONE;

    int add(long itsIndex, int itsFunction, long itsArrivalUs, long itsDurationUs, long itsMemoryBytes) {
        int slot = firstFree;
        if (slot == NONE) {
            slot = unused++;
            if (slot == index.length) {
                grow();
            }
        } else {
            firstFree = after[slot];
        }
        index[slot] = itsIndex;
        function[slot] = itsFunction;
        arrivalUs[slot] = itsArrivalUs;
        durationUs[slot] = itsDurationUs;
        memoryBytes[slot] = itsMemoryBytes;
        cold[slot] = false;
        return slot;
    }

    private void grow() {
        int capacity = index.length * 2;
        index = Arrays.copyOf(index, capacity);
        function = Arrays.copyOf(function, capacity);
        arrivalUs = Arrays.copyOf(arrivalUs, capacity);
        durationUs = Arrays.copyOf(durationUs, capacity);
        memoryBytes = Arrays.copyOf(memoryBytes, capacity);
        takenBytes = Arrays.copyOf(takenBytes, capacity);
        cold = Arrays.copyOf(cold, capacity);
        instance = Arrays.copyOf(instance, capacity);
        before = Arrays.copyOf(before, capacity);
        after = Arrays.copyOf(after, capacity);
    }

    void release(int slot) {
        instance[slot] = null;
        after[slot] = firstFree;
        firstFree = slot;
    }

    void assign(int slot, Instance to, long bytes, boolean coldStart) {
        instance[slot] = to;
        takenBytes[slot] = bytes;
        cold[slot] = coldStart;
        before[slot] = to.lastSlot;
        after[slot] = NONE;
        if (to.lastSlot == NONE) {
            to.firstSlot = slot;
        } else {
            after[to.lastSlot] = slot;
        }
        to.lastSlot = slot;
    }

    void unassign(int slot) {
        Instance from = instance[slot];
        if (before[slot] == NONE) {
            from.firstSlot = after[slot];
        } else {
            after[before[slot]] = after[slot];
        }
        if (after[slot] == NONE) {
            from.lastSlot = before[slot];
        } else {
            before[after[slot]] = before[slot];
        }
    }

    /** Returns the instance it was given; none while it waits for memory. */
    public Instance instance(int slot) {
        return instance[slot];
    }

    long takenBytes(int slot) {
        return takenBytes[slot];
    }

    int after(int slot) {
        return after[slot];
    }

    /** Returns its position in the schedule, from 0. */
    public long index(int slot) {
        return index[slot];
    }

    /** Returns the index of its function. */
    public int function(int slot) {
        return function[slot];
    }

    /** Returns when it arrived. */
    public long arrivalUs(int slot) {
        return arrivalUs[slot];
    }

    /** Returns how long it runs. */
    public long durationUs(int slot) {
        return durationUs[slot];
    }

    /** Returns how much memory it uses. */
    public long memoryBytes(int slot) {
        return memoryBytes[slot];
    }

    /** Tells whether it had to wait for the start of its instance. */
    public boolean isCold(int slot) {
        return cold[slot];
    }
}
