package org.graalvisor.trace.schedule;

import java.util.Locale;

/** How durations and memory of single invocations follow from what the trace says of a day. */
public enum DrawRule {
    /** Every invocation takes the average, as in the paper. */
    AVERAGE,
    /** Every invocation draws from the percentiles, linear between them. */
    PERCENTILES;

    /** Returns the name used in options. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
