package org.graalvisor.trace.model;

import org.graalvisor.trace.TraceException;

/**
 * Consecutive minutes of a trace, named as the trace's columns: from 1, both ends included.
 *
 * @param first first minute, at least 1
 * @param last last minute, not before the first
 */
public record MinuteWindow(int first, int last) {
    /** The ten minutes that represent average activity best in the excerpt this project was built with. */
    public static final MinuteWindow DEFAULT = new MinuteWindow(701, 710);

    public MinuteWindow {
        if (first < 1 || last < first) {
            throw new TraceException("The window " + first + "-" + last
                    + " has no minutes: write FIRST-LAST with 1 <= FIRST <= LAST, for example 701-710.");
        }
    }

    /**
     * Reads {@code FIRST-LAST}, or one minute.
     *
     * @param text as on the command line
     */
    public static MinuteWindow parse(String text) {
        int dash = text.indexOf('-');
        try {
            return dash < 0
                    ? new MinuteWindow(Integer.parseInt(text), Integer.parseInt(text))
                    : new MinuteWindow(Integer.parseInt(text.substring(0, dash)),
                            Integer.parseInt(text.substring(dash + 1)));
        } catch (NumberFormatException malformed) {
            throw new TraceException("The window '" + text + "' is not FIRST-LAST, for example 701-710.", malformed);
        }
    }

    /** Returns the whole of a trace. */
    public static MinuteWindow all(AzureTrace trace) {
        return new MinuteWindow(1, trace.minutes());
    }

    /** Fails when it does not lie within a trace. */
    public MinuteWindow requireWithin(AzureTrace trace) {
        if (last > trace.minutes()) {
            throw new TraceException("The window " + this + " is outside of the trace " + trace.name()
                    + ", which has minutes 1-" + trace.minutes() + ".");
        }
        return this;
    }

    /** Returns the first minute counted from 0. */
    public int fromMinute() {
        return first - 1;
    }

    /** Returns the first minute after the window, counted from 0. */
    public int toMinute() {
        return last;
    }

    /** Returns how many minutes it has. */
    public int minutes() {
        return last - first + 1;
    }

    @Override
    public String toString() {
        return first + "-" + last;
    }
}
