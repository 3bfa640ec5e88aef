package org.graalvisor.trace.manage;

import java.util.Arrays;

/**
 * Invocations that have arrived and not ended, each in a slot: managing one makes no garbage. A slot is reused after its
 * invocation has ended.
 *
 * <p>What is read together lies together, so that few cache lines are touched: the values of a slot are neighbours in one
 * array, and links, of which those of other slots are changed too, are apart from them.
 */
public final class InvocationTable {
    static final int NONE = -1;
    private static final int FIRST_CAPACITY = 1 << 10;

    // Offsets within the values of a slot.
    private static final int ARRIVAL = 0;
    private static final int MEMORY = 1;
    /** Twice the function's index, plus one for a cold start. */
    private static final int FUNCTION_AND_COLD = 2;
    private static final int DURATION = 3;
    private static final int INDEX = 4;
    private static final int WIDTH = 5;

    private long[] values = new long[FIRST_CAPACITY * WIDTH];
    private Instance[] instance = new Instance[FIRST_CAPACITY];
    /** For each slot the one before it and the one after it. */
    private int[] links = new int[FIRST_CAPACITY * 2];
    private int unused;
    private int firstFree = NONE;

    int add(long itsIndex, int itsFunction, long itsArrivalUs, long itsDurationUs, long itsMemoryBytes) {
        int slot = firstFree;
        if (slot == NONE) {
            slot = unused++;
            if (slot == instance.length) {
                grow();
            }
        } else {
            firstFree = after(slot);
        }
        int at = slot * WIDTH;
        values[at + ARRIVAL] = itsArrivalUs;
        values[at + MEMORY] = itsMemoryBytes;
        values[at + FUNCTION_AND_COLD] = (long) itsFunction << 1;
        values[at + DURATION] = itsDurationUs;
        values[at + INDEX] = itsIndex;
        return slot;
    }

    private void grow() {
        values = Arrays.copyOf(values, values.length * 2);
        instance = Arrays.copyOf(instance, instance.length * 2);
        links = Arrays.copyOf(links, links.length * 2);
    }

    void release(int slot) {
        instance[slot] = null;
        setAfter(slot, firstFree);
        firstFree = slot;
    }

    void assign(int slot, Instance to, boolean coldStart) {
        instance[slot] = to;
        if (coldStart) {
            values[slot * WIDTH + FUNCTION_AND_COLD] |= 1;
        }
        setBefore(slot, to.lastSlot);
        setAfter(slot, NONE);
        if (to.lastSlot == NONE) {
            to.firstSlot = slot;
        } else {
            setAfter(to.lastSlot, slot);
        }
        to.lastSlot = slot;
    }

    void unassign(int slot) {
        Instance from = instance[slot];
        int before = links[slot * 2];
        int after = after(slot);
        if (before == NONE) {
            from.firstSlot = after;
        } else {
            setAfter(before, after);
        }
        if (after == NONE) {
            from.lastSlot = before;
        } else {
            setBefore(after, before);
        }
    }

    int after(int slot) {
        return links[slot * 2 + 1];
    }

    private void setBefore(int slot, int other) {
        links[slot * 2] = other;
    }

    private void setAfter(int slot, int other) {
        links[slot * 2 + 1] = other;
    }

    /** Returns the instance it was given; none while it waits for memory. */
    public Instance instance(int slot) {
        return instance[slot];
    }

    /** Returns its position in the schedule, from 0. */
    public long index(int slot) {
        return values[slot * WIDTH + INDEX];
    }

    /** Returns the index of its function. */
    public int function(int slot) {
        return (int) (values[slot * WIDTH + FUNCTION_AND_COLD] >>> 1);
    }

    /** Returns when it arrived. */
    public long arrivalUs(int slot) {
        return values[slot * WIDTH + ARRIVAL];
    }

    /** Returns how long it runs. */
    public long durationUs(int slot) {
        return values[slot * WIDTH + DURATION];
    }

    /** Returns how much memory it uses. */
    public long memoryBytes(int slot) {
        return values[slot * WIDTH + MEMORY];
    }

    /** Tells whether it had to wait for the start of its instance. */
    public boolean isCold(int slot) {
        return (values[slot * WIDTH + FUNCTION_AND_COLD] & 1) == 1;
    }
}
