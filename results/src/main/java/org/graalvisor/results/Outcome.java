package org.graalvisor.results;

/** How a scheduled invocation ended. Every scheduled invocation has exactly one outcome. */
public enum Outcome {
    /** A correct reply arrived. */
    COMPLETED,
    /** An error, a wrong reply or a broken connection. */
    FAILED,
    /** Never sent, because the driver or the platform had no capacity. */
    DROPPED,
    /** Sent, but without a reply when the cell ended. */
    UNFINISHED
}
