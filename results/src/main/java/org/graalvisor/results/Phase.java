package org.graalvisor.results;

/** Which part of a cell an invocation belongs to. Warm-up is kept and labelled, never deleted. */
public enum Phase {
    /** Before steady state; excluded from statistics. */
    WARMUP,
    /** Counted. */
    MEASURE
}
