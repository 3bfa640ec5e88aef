package org.graalvisor.trace.manage;

/** Idle instances, the longest idle first. */
final class IdleList {
    private Instance first;
    private Instance last;
    private long accountedBytes;

    /** Returns the longest idle instance, null when none is idle. */
    Instance first() {
        return first;
    }

    /** Returns what all of them count against the cap. */
    long accountedBytes() {
        return accountedBytes;
    }

    void add(Instance instance, long nowUs) {
        instance.idle = true;
        instance.idleSinceUs = nowUs;
        instance.idleBefore = last;
        instance.idleAfter = null;
        if (last == null) {
            first = instance;
        } else {
            last.idleAfter = instance;
        }
        last = instance;
        accountedBytes += instance.accountedBytes;
    }

    void remove(Instance instance) {
        instance.idle = false;
        if (instance.idleBefore == null) {
            first = instance.idleAfter;
        } else {
            instance.idleBefore.idleAfter = instance.idleAfter;
        }
        if (instance.idleAfter == null) {
            last = instance.idleBefore;
        } else {
            instance.idleAfter.idleBefore = instance.idleBefore;
        }
        instance.idleBefore = null;
        instance.idleAfter = null;
        accountedBytes -= instance.accountedBytes;
    }
}
