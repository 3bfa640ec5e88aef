package org.graalvisor.analysis.figures;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.graalvisor.analysis.data.Dimensions;
import org.graalvisor.analysis.data.Point;
import org.graalvisor.analysis.figures.ScalingLine.ScalingPoint;
import org.graalvisor.analysis.statistics.Bootstrap;

/**
 * One quantity over the number of isolates; a line per platform.
 *
 * @param name of the quantity
 * @param color of its lines
 * @param readings by ascending number of isolates
 */
record ScalingCurve(String name, Color color, List<Reading> readings) {

    /**
     * The unit that values are shown in.
     *
     * @param name of the unit
     * @param scale factor from the unit of the measurement
     */
    record Unit(String name, double scale) {}

    ScalingCurve {
        readings = List.copyOf(readings);
    }

    static ScalingCurve overIsolates(String name, Color color, Unit unit, List<Point> points, Bootstrap bootstrap,
            Map<Double, Double> paper) {
        List<Reading> readings = new ArrayList<>();
        for (Point point : points) {
            OptionalDouble isolates = Dimensions.number(point.dimensions(), "isolates");
            if (isolates.isPresent() && isolates.getAsDouble() > 0) {
                Double paperValue = paper.get(isolates.getAsDouble());
                readings.add(Reading.of(name, unit.name(), unit.scale(), point, bootstrap,
                        paperValue == null ? OptionalDouble.empty() : OptionalDouble.of(paperValue)));
            }
        }
        return new ScalingCurve(name, color, readings);
    }

    List<ScalingLine> lines() {
        List<String> platforms = readings.stream().map(ScalingCurve::platform).distinct().toList();
        return platforms.stream().map(platform -> line(platform, platforms.size() > 1)).toList();
    }

    private ScalingLine line(String platform, boolean namePlatform) {
        List<ScalingPoint> points = readings.stream()
                .filter(reading -> platform(reading).equals(platform))
                .map(reading -> new ScalingPoint(Dimensions.number(reading.point().dimensions(), "isolates")
                        .orElseThrow(), reading.estimate().value(), reading.estimate().interval(), reading.degraded()))
                .toList();
        return new ScalingLine(namePlatform ? platform + ": " + name : name, color, false, points);
    }

    private static String platform(Reading reading) {
        return reading.point().dimension("platform");
    }
}
