package org.graalvisor.analysis.figures;

import java.util.ArrayList;
import java.util.List;

/**
 * The horizontal axis of a scaling chart.
 *
 * @param title what is counted
 * @param logarithmic in powers of two, otherwise linear
 */
record ScalingAxis(String title, boolean logarithmic) {
    /** Of the width, left of the first point. */
    private static final double ROOM_SHARE = 0.03;
    private static final int MOST_LINEAR_TICKS = 10;

    /** Isolates that live at the same time. */
    static final ScalingAxis ISOLATES = new ScalingAxis("number of isolates alive", true);

    /** Where a number is on the axis. */
    double place(double number) {
        return logarithmic ? Math.log(number) / Math.log(2) : number;
    }

    /** A little left of the first point. */
    double start(double most) {
        return place(1) - ROOM_SHARE * Math.max(place(most) - place(1), 1);
    }

    /** Numbers to write below the plot. */
    List<Double> ticks(double most) {
        List<Double> ticks = new ArrayList<>();
        if (logarithmic) {
            for (double tick = 1; tick <= most; tick *= 2) {
                ticks.add(tick);
            }
            return ticks;
        }
        double step = Math.max(1, Math.ceil(most / MOST_LINEAR_TICKS));
        for (double tick = step; tick <= most; tick += step) {
            ticks.add(tick);
        }
        return ticks;
    }
}
