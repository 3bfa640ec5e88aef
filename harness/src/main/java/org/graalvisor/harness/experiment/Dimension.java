package org.graalvisor.harness.experiment;

/** Names of the coordinates of cells. */
final class Dimension {
    static final String PLATFORM = "platform";
    static final String WORKLOAD = "workload";
    static final String CONCURRENCY = "concurrency";
    static final String ISOLATES = "isolates";
    static final String BENCHMARK = "benchmark";
    static final String SHARING = "sharing";
    static final String RUN = "run";

    private Dimension() {}
}
