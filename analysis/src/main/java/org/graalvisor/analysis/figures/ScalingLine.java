package org.graalvisor.analysis.figures;

import java.awt.Color;
import java.util.List;
import java.util.Optional;
import org.graalvisor.analysis.statistics.Interval;

/**
 * A curve over a number.
 *
 * @param label written at its right end
 * @param color of line, points and label
 * @param paper whether it is the paper's curve, drawn dashed with diamonds
 * @param points by ascending number
 */
record ScalingLine(String label, Color color, boolean paper, List<ScalingPoint> points) {

    /**
     * A point of the curve.
     *
     * @param number of isolates, contexts or requests; above 0
     * @param value above 0
     * @param interval 95 % interval, if known
     * @param degraded whether to draw it hollow
     */
    record ScalingPoint(double number, double value, Optional<Interval> interval, boolean degraded) {}

    ScalingLine {
        // A logarithmic axis has no place for 0 or less; the table still shows such values.
        points = points.stream().filter(point -> point.value() > 0).toList();
    }
}
