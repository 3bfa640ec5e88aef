package org.graalvisor.trace.manage;

import java.util.Arrays;

/**
 * Instances that the same functions may use. Finds the first one with enough room in a tree: each node holds the largest
 * of the eight values below it, which are neighbours in memory, and the lowest level is the free memory of each
 * instance. Always filling the first lets the last fall idle.
 */
final class Group {
    private static final long ABSENT = -1;
    private static final int FAN_OUT_BITS = 3;
    private static final int FAN_OUT = 1 << FAN_OUT_BITS;

    /** Levels one after the other from the root, so that the values below node n are those from 8n + 1 on. */
    private long[] largest = {ABSENT};
    /** Where the lowest level begins. */
    private int firstLeaf;
    private Instance[] instances = new Instance[1];
    /** All positions before this one are taken. */
    private int takenBefore;

    /** Returns the first instance with this much room; null when there is none, since this is asked at every arrival. */
    Instance firstWithRoom(long bytes) {
        long[] tree = largest;
        if (tree[0] < bytes) {
            return null;
        }
        int node = 0;
        while (node < firstLeaf) {
            node = (node << FAN_OUT_BITS) + 1;
            while (tree[node] < bytes) {
                node++;
            }
        }
        return instances[node - firstLeaf];
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
        long[] tree = largest;
        int node = firstLeaf + position;
        long before = tree[node];
        long now = free;
        tree[node] = now;
        while (node > 0) {
            node = (node - 1) >>> FAN_OUT_BITS;
            long above = tree[node];
            if (now < above) {
                if (before < above) {
                    return;
                }
                now = largestBelow(node, above);
            }
            if (now == above) {
                return;
            }
            tree[node] = now;
            before = above;
        }
    }

    /** Values below were lowered, so none exceeds the bound; one that equals it ends the search. */
    private long largestBelow(int node, long bound) {
        long found = ABSENT;
        int first = (node << FAN_OUT_BITS) + 1;
        for (int child = first; child < first + FAN_OUT && found < bound; child++) {
            found = Math.max(found, largest[child]);
        }
        return found;
    }

    private void grow() {
        instances = Arrays.copyOf(instances, instances.length * FAN_OUT);
        firstLeaf = (firstLeaf << FAN_OUT_BITS) + 1;
        largest = new long[firstLeaf + instances.length];
        Arrays.fill(largest, ABSENT);
        for (Instance instance : instances) {
            if (instance != null) {
                update(instance);
            }
        }
    }
}
