package org.graalvisor.trace.manage;

/** How an invocation ended, as the manager sees it. */
public enum Ending {
    /** It was answered. */
    COMPLETED,
    /** It failed, or its instance did. */
    FAILED,
    /** It did not fit, and never ran. */
    IGNORED
}
