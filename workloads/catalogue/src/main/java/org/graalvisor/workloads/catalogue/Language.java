package org.graalvisor.workloads.catalogue;

/** Languages of workloads. */
public enum Language {
    /** A class, compiled ahead of time. */
    JAVA,
    /** A script with a function {@code main}. */
    JAVASCRIPT,
    /** A script with a function {@code main}. */
    PYTHON
}
