package org.graalvisor.analysis.figures;

import java.util.List;
import java.util.Optional;
import org.graalvisor.analysis.statistics.Interval;

/**
 * A cumulative distribution.
 *
 * @param label its name and what is said beside it
 * @param steps whether the share rises in steps, for few values
 * @param degraded whether its data is degraded
 * @param points by ascending share
 */
record CdfCurve(String label, boolean steps, boolean degraded, List<CdfPoint> points) {

    /**
     * A point of the curve.
     *
     * @param value above 0
     * @param share of all requests that took at most so long, above 0 and at most 1
     * @param interval 95 % interval of the value, if it is to be drawn
     */
    record CdfPoint(double value, double share, Optional<Interval> interval) {}

    CdfCurve {
        // A logarithmic axis has no place for 0; the table still shows it.
        points = points.stream().filter(point -> point.value() > 0).toList();
    }
}
