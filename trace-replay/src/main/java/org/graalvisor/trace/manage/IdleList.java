package org.graalvisor.trace.manage;

import java.util.Arrays;

/**
 * Idle instances, the longest idle first. Links are numbers in an array, by {@link Instance#index}, so that those of
 * neighbours, which are changed with every removal, stay in the processor's cache.
 */
final class IdleList {
    private static final int NONE = -1;
    private static final int FIRST_CAPACITY = 1 << 6;

    private Instance[] instances = new Instance[FIRST_CAPACITY];
    /** For each instance the one before it and the one after it. */
    private int[] links = new int[FIRST_CAPACITY * 2];
    private int first = NONE;
    private int last = NONE;
    private long firstSinceUs = Long.MAX_VALUE;
    private long accountedBytes;
    private int size;

    /** Returns the longest idle instance, null when none is idle. */
    Instance first() {
        return first == NONE ? null : instances[first];
    }

    /** Returns the one that fell idle after this idle one, null when there is none. */
    Instance after(Instance instance) {
        int after = links[instance.index() * 2 + 1];
        return after == NONE ? null : instances[after];
    }

    /** Returns since when the longest idle instance is idle; {@link Long#MAX_VALUE} when none is. */
    long firstSinceUs() {
        return firstSinceUs;
    }

    /** Returns what all of them count against the cap. */
    long accountedBytes() {
        return accountedBytes;
    }

    int size() {
        return size;
    }

    void add(Instance instance, long nowUs) {
        int index = instance.index();
        if (index >= instances.length) {
            int capacity = Math.max(index + 1, instances.length * 2);
            instances = Arrays.copyOf(instances, capacity);
            links = Arrays.copyOf(links, capacity * 2);
        }
        instance.idle = true;
        instance.idleSinceUs = nowUs;
        instances[index] = instance;
        links[index * 2] = last;
        links[index * 2 + 1] = NONE;
        if (last == NONE) {
            first = index;
            firstSinceUs = nowUs;
        } else {
            links[last * 2 + 1] = index;
        }
        last = index;
        accountedBytes += instance.accountedBytes;
        size++;
    }

    void remove(Instance instance) {
        int index = instance.index();
        int before = links[index * 2];
        int after = links[index * 2 + 1];
        instance.idle = false;
        if (before == NONE) {
            first = after;
            firstSinceUs = after == NONE ? Long.MAX_VALUE : instances[after].idleSinceUs;
        } else {
            links[before * 2 + 1] = after;
        }
        if (after == NONE) {
            last = before;
        } else {
            links[after * 2] = before;
        }
        accountedBytes -= instance.accountedBytes;
        size--;
    }
}
