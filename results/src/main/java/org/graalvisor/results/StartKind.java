package org.graalvisor.results;

/** Whether the platform had to create a sandbox for an invocation. */
public enum StartKind {
    /** A sandbox was created. */
    COLD,
    /** An existing sandbox was reused. */
    WARM,
    /** The platform does not say. */
    UNKNOWN
}
