package org.graalvisor.trace.replay;

/** What can go wrong with an instance or an invocation. */
public enum Fault {
    /** Starting takes much longer. */
    SLOW_START,
    /** Starting never ends. */
    HANGING_START,
    /** The instance cannot be started since the disk is full. */
    DISK_FULL,
    /** The instance dies while it runs an invocation. */
    CRASH_BEFORE_REPLY,
    /** The instance dies just after it has answered. */
    CRASH_AFTER_REPLY,
    /** An invocation is never answered. */
    HANG,
    /** An invocation is answered wrongly. */
    WRONG_OUTPUT,
    /** The instance is killed from outside, at some time. */
    KILL;

    boolean concernsStart() {
        return this == SLOW_START || this == HANGING_START || this == DISK_FULL || this == KILL;
    }
}
