package org.graalvisor.analysis.figures;

import java.util.Optional;
import org.graalvisor.analysis.statistics.Estimate;
import org.graalvisor.analysis.statistics.Interval;

/**
 * A system by two quantities.
 *
 * @param label written beside it
 * @param x horizontal, above 0
 * @param y vertical, above 0
 * @param paper whether it is the paper's, drawn as a diamond
 * @param degraded whether to draw it hollow
 * @param group points of one group have one colour
 */
record ScatterPoint(String label, Estimate x, Estimate y, boolean paper, boolean degraded, int group) {

    static ScatterPoint ofPaper(String label, double x, double y) {
        return new ScatterPoint(label, exact(x), exact(y), true, false, 0);
    }

    private static Estimate exact(double value) {
        return new Estimate(value, Optional.<Interval>empty(), 1);
    }
}
