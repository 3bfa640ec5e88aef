package org.graalvisor.trace.manage;

import java.util.Arrays;

/**
 * Instances that the same functions may use. Finds the first one with enough room: above the free memory of all instances,
 * each level of a tree holds the largest of eight values below, which are one cache line. Always filling the first lets
 * the last fall idle.
 */
final class Group {
    private static final long ABSENT = -1;
    private static final int FAN_OUT_BITS = 3;
    private static final int FAN_OUT = 1 << FAN_OUT_BITS;

    /** The first level is the free memory of each instance, the last a single value. */
    private long[][] levels = {{ABSENT}};
    private Instance[] instances = new Instance[1];
    /** All positions before this one are taken. */
    private int takenBefore;

    /** Returns the first instance with this much room; null when there is none, since this is asked at every arrival. */
    Instance firstWithRoom(long bytes) {
        int level = levels.length - 1;
        if (levels[level][0] < bytes) {
            return null;
        }
        int position = 0;
        while (level > 0) {
            long[] below = levels[--level];
            position <<= FAN_OUT_BITS;
            while (below[position] < bytes) {
                position++;
            }
        }
        return instances[position];
    }

    void add(Instance instance) {
        int position = takenBefore;
        while (position < instances.length && instances[position] != null) {
            position++;
        }
        if (position == instances.length) {
            grow();
        }
        takenBefore = position + 1;
        instances[position] = instance;
        instance.position = position;
        update(instance);
    }

    void remove(Instance instance) {
        instances[instance.position] = null;
        takenBefore = Math.min(takenBefore, instance.position);
        set(instance.position, ABSENT);
    }

    void update(Instance instance) {
        set(instance.position, instance.freeBytes);
    }

    private void set(int position, long free) {
        int at = position;
        long before = levels[0][at];
        long now = free;
        levels[0][at] = now;
        for (int level = 1; level < levels.length; level++) {
            int above = at >>> FAN_OUT_BITS;
            long largest = levels[level][above];
            if (now < largest && before < largest) {
                return;
            }
            if (now < largest) {
                now = largestBelow(level, above, largest);
            }
            if (now == largest) {
                return;
            }
            levels[level][above] = now;
            before = largest;
            at = above;
        }
    }

    /** Values below were lowered, so none exceeds the bound; one that equals it ends the search. */
    private long largestBelow(int level, int above, long bound) {
        long[] below = levels[level - 1];
        int first = above << FAN_OUT_BITS;
        long largest = ABSENT;
        for (int child = first; child < first + FAN_OUT && largest < bound; child++) {
            largest = Math.max(largest, below[child]);
        }
        return largest;
    }

    private void grow() {
        instances = Arrays.copyOf(instances, instances.length * FAN_OUT);
        levels = new long[levels.length + 1][];
        for (int level = 0, width = instances.length; level < levels.length; level++, width /= FAN_OUT) {
            levels[level] = new long[width];
            Arrays.fill(levels[level], ABSENT);
        }
        for (Instance instance : instances) {
            if (instance != null) {
                update(instance);
            }
        }
    }
}
