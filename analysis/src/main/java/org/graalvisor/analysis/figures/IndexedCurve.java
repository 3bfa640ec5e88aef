package org.graalvisor.analysis.figures;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongFunction;
import org.graalvisor.analysis.data.Point;
import org.graalvisor.analysis.figures.ScalingLine.ScalingPoint;
import org.graalvisor.analysis.statistics.Bootstrap;

/**
 * A curve along the index of a series: contexts, requests, invocations.
 *
 * @param label of the curve
 * @param color of the curve
 * @param drawing unit and axis
 * @param readings by ascending number
 * @param numbers of the readings on the axis
 */
record IndexedCurve(String label, Color color, Drawing drawing, List<Reading> readings, List<Double> numbers) {

    /**
     * What is drawn how.
     *
     * @param dimension name of what the axis counts, a column of the table
     * @param unit of the values
     * @param scale factor from the unit of the measurement
     * @param intervals whether intervals are drawn; too many points would hide each other
     */
    record Drawing(String dimension, String unit, double scale, boolean intervals) {}

    IndexedCurve {
        readings = List.copyOf(readings);
        numbers = List.copyOf(numbers);
    }

    /**
     * @param length of the series
     * @param pointsAt points at an index, counted from 0; the axis counts from 1
     */
    static IndexedCurve of(String label, Color color, Drawing drawing, int length,
            LongFunction<List<Point>> pointsAt, Bootstrap bootstrap) {
        List<Reading> readings = new ArrayList<>();
        List<Double> numbers = new ArrayList<>();
        for (int index = 0; index < length; index++) {
            for (Point point : pointsAt.apply(index)) {
                readings.add(Reading.of(label, drawing.unit(), drawing.scale(), point.with(drawing.dimension(), Integer
                        .toString(index + 1)), bootstrap, OptionalDouble.empty()));
                numbers.add(index + 1.0);
            }
        }
        return new IndexedCurve(label, color, drawing, readings, numbers);
    }

    ScalingLine line() {
        List<ScalingPoint> points = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            points.add(new ScalingPoint(numbers.get(i), reading.estimate().value(), drawing.intervals()
                    ? reading.estimate().interval()
                    : Optional.empty(), reading.degraded()));
        }
        return new ScalingLine(label, color, false, points);
    }
}
