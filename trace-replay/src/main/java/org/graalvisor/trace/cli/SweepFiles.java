package org.graalvisor.trace.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.graalvisor.trace.TraceException;
import org.graalvisor.trace.figure.Curve;
import org.graalvisor.trace.figure.Drawing;
import org.graalvisor.trace.figure.Panel;

/** A sweep as CSV and as a figure: memory, cold starts and instances over the parameter. */
final class SweepFiles {
    private static final double BYTES_PER_GB = 1 << 30;
    /** A range at least this wide is easier to read on a logarithmic axis. */
    private static final double WIDE = 20;

    private SweepFiles() {}

    static void write(SweepParameter parameter, List<SweepPoint> points, String caption, Path folder) {
        String name = "sweep-" + parameter;
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name + ".csv"), Stream.concat(Stream.of(parameter + "," + SweepPoint.HEADER),
                    points.stream().map(SweepPoint::csv)).toList());
        } catch (IOException e) {
            throw new TraceException("Cannot write the sweep to " + folder + ": check space and permissions", e);
        }
        List<Panel> panels = new ArrayList<>();
        panels.add(panel(parameter, "Memory in use", "GB, mean", points, p -> p.meanResidentBytes() / BYTES_PER_GB));
        panels.add(panel(parameter, "Cold starts", "% of invocations", points, SweepPoint::coldPercent));
        panels.add(panel(parameter, "Instances, idle ones included", "mean", points, SweepPoint::meanInstances));
        if (points.stream().anyMatch(point -> point.ignored() > 0)) {
            panels.add(panel(parameter, "Ignored for lack of memory", "% of invocations", points,
                    SweepPoint::ignoredPercent));
        }
        new Drawing(panels, caption).write(folder, name);
    }

    private static Panel panel(SweepParameter parameter, String title, String unit, List<SweepPoint> points,
            ToDoubleFunction<SweepPoint> measure) {
        List<Curve> curves = points.stream().map(SweepPoint::policy).distinct().map(policy -> {
            List<SweepPoint> own = points.stream().filter(point -> point.policy().equals(policy)).toList();
            return new Curve(policy, own.stream().mapToDouble(SweepPoint::value).toArray(), own.stream().mapToDouble(
                    measure).toArray());
        }).toList();
        return new Panel(title, new Panel.Axis(parameter.title(), isWide(points, SweepPoint::value)),
                new Panel.Axis(unit, isWide(points, measure)), curves, true);
    }

    private static boolean isWide(List<SweepPoint> points, ToDoubleFunction<SweepPoint> measure) {
        double least = points.stream().mapToDouble(measure).min().orElse(0);
        double most = points.stream().mapToDouble(measure).max().orElse(0);
        return least > 0 && most / least >= WIDE;
    }
}
