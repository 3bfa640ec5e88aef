package org.graalvisor.harness.replay;

import java.util.OptionalDouble;

/** The mean over time of what was read at irregular moments, taken to change evenly between two readings. */
final class TimeMean {
    private long readings;
    private long firstNs;
    private long lastNs;
    private double last;
    private double integral;

    /**
     * Adds a reading.
     *
     * @param atNs not before the last one
     * @param value what was read
     */
    void add(long atNs, double value) {
        if (readings == 0) {
            firstNs = atNs;
        } else {
            integral += (last + value) / 2 * (double) (atNs - lastNs);
        }
        readings++;
        lastNs = atNs;
        last = value;
    }

    /** Returns the mean; the reading itself when there is one only. */
    OptionalDouble value() {
        if (readings == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(lastNs == firstNs ? last : integral / (double) (lastNs - firstNs));
    }
}
