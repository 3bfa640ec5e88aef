package org.graalvisor.trace.cli;

import java.util.List;
import java.util.Locale;

/** What a sweep can vary, and over which values unless others are given: at least three orders of magnitude of load. */
enum SweepParameter {
    /** Functions of a generated trace. */
    FUNCTIONS("functions"),
    /** Owners whose functions the node runs, chosen at random. */
    OWNERS("owners on the node"),
    /** Applications per owner, with owners made up for the applications of the trace. */
    APPS_PER_OWNER("mean applications per owner"),
    /** Seconds. */
    KEEP_ALIVE("keep-alive in seconds"),
    /** Gigabytes. */
    CAP("memory cap in GB"),
    /** Factor on invocations. */
    RATE_SCALE("factor on the rate of invocations");

    private final String title;

    SweepParameter(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    List<Double> range() {
        return switch (this) {
            case FUNCTIONS -> List.of(46.0, 150.0, 460.0, 1_500.0, 4_600.0, 15_000.0, 46_412.0);
            case OWNERS -> List.of(10.0, 30.0, 100.0, 300.0, 1_000.0, 3_000.0, 10_000.0);
            case APPS_PER_OWNER -> List.of(1.0, 2.0, 4.0, 8.0, 16.0, 32.0);
            case KEEP_ALIVE -> List.of(0.1, 1.0, 10.0, 60.0, 600.0);
            case CAP -> List.of(1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 512.0, 1_024.0);
            case RATE_SCALE -> List.of(0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0);
        };
    }

    /** Returns the name used in options. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
