package org.graalvisor.trace.simulate;

import java.util.Arrays;

/**
 * Isolates as numbers. Idle ones are in two lists, the one that became idle last at the front: their instance's, and that of
 * all. Arrays instead of objects, since each invocation changes them: managing one makes no garbage.
 */
final class IsolateTable {
    static final int NONE = -1;
    private static final int FIRST_CAPACITY = 1 << 10;

    // Offsets within the values of an isolate.
    private static final int BYTES = 0;
    private static final int IDLE_SINCE = 1;
    private static final int VALUES = 2;
    // Offsets within the links of an isolate.
    private static final int INSTANCE = 0;
    private static final int FUNCTION = 1;
    /** The neighbours in the instance's list; of a removed isolate the next removed one is the older. */
    private static final int YOUNGER = 2;
    private static final int OLDER = 3;
    private static final int YOUNGER_OF_ALL = 4;
    private static final int OLDER_OF_ALL = 5;
    private static final int LINKS = 6;

    private long[] values = new long[FIRST_CAPACITY * VALUES];
    private int[] links = new int[FIRST_CAPACITY * LINKS];
    private int[] firstOfInstance = new int[FIRST_CAPACITY];
    private int[] ofSlot = new int[FIRST_CAPACITY];
    private int unused;
    private int firstRemoved = NONE;
    private int youngest = NONE;
    private int oldest = NONE;

    void addInstance(int instance) {
        if (instance >= firstOfInstance.length) {
            firstOfInstance = Arrays.copyOf(firstOfInstance, Math.max(instance + 1, firstOfInstance.length * 2));
        }
        firstOfInstance[instance] = NONE;
    }

    int add(int instance, int function, long bytes) {
        int isolate = firstRemoved;
        if (isolate == NONE) {
            isolate = unused++;
            if (isolate * VALUES == values.length) {
                values = Arrays.copyOf(values, values.length * 2);
                links = Arrays.copyOf(links, links.length * 2);
            }
        } else {
            firstRemoved = links[isolate * LINKS + OLDER];
        }
        links[isolate * LINKS + INSTANCE] = instance;
        links[isolate * LINKS + FUNCTION] = function;
        values[isolate * VALUES + BYTES] = bytes;
        return isolate;
    }

    /** Takes out an isolate that is not idle. */
    void remove(int isolate) {
        links[isolate * LINKS + OLDER] = firstRemoved;
        firstRemoved = isolate;
    }

    void use(int slot, int isolate) {
        if (slot >= ofSlot.length) {
            ofSlot = Arrays.copyOf(ofSlot, Math.max(slot + 1, ofSlot.length * 2));
        }
        ofSlot[slot] = isolate;
    }

    int used(int slot) {
        return ofSlot[slot];
    }

    void becomeIdle(int isolate, long nowUs) {
        int at = isolate * LINKS;
        int instance = links[at + INSTANCE];
        int older = firstOfInstance[instance];
        firstOfInstance[instance] = isolate;
        links[at + YOUNGER] = NONE;
        links[at + OLDER] = older;
        if (older != NONE) {
            links[older * LINKS + YOUNGER] = isolate;
        }
        links[at + YOUNGER_OF_ALL] = NONE;
        links[at + OLDER_OF_ALL] = youngest;
        if (youngest == NONE) {
            oldest = isolate;
        } else {
            links[youngest * LINKS + YOUNGER_OF_ALL] = isolate;
        }
        youngest = isolate;
        values[isolate * VALUES + IDLE_SINCE] = nowUs;
    }

    void leaveIdle(int isolate) {
        int at = isolate * LINKS;
        int younger = links[at + YOUNGER];
        int older = links[at + OLDER];
        if (younger == NONE) {
            firstOfInstance[links[at + INSTANCE]] = older;
        } else {
            links[younger * LINKS + OLDER] = older;
        }
        if (older != NONE) {
            links[older * LINKS + YOUNGER] = younger;
        }
        int youngerOfAll = links[at + YOUNGER_OF_ALL];
        int olderOfAll = links[at + OLDER_OF_ALL];
        if (youngerOfAll == NONE) {
            youngest = olderOfAll;
        } else {
            links[youngerOfAll * LINKS + OLDER_OF_ALL] = olderOfAll;
        }
        if (olderOfAll == NONE) {
            oldest = youngerOfAll;
        } else {
            links[olderOfAll * LINKS + YOUNGER_OF_ALL] = youngerOfAll;
        }
    }

    int firstIdle(int instance) {
        return firstOfInstance[instance];
    }

    int olderIdle(int isolate) {
        return links[isolate * LINKS + OLDER];
    }

    int oldestIdle() {
        return oldest;
    }

    int function(int isolate) {
        return links[isolate * LINKS + FUNCTION];
    }

    long idleSinceUs(int isolate) {
        return values[isolate * VALUES + IDLE_SINCE];
    }

    long bytes(int isolate) {
        return values[isolate * VALUES + BYTES];
    }

    void setBytes(int isolate, long bytes) {
        values[isolate * VALUES + BYTES] = bytes;
    }
}
