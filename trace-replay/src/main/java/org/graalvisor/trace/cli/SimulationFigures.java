package org.graalvisor.trace.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.HdrHistogram.HistogramIterationValue;
import org.graalvisor.trace.figure.Curve;
import org.graalvisor.trace.figure.Drawing;
import org.graalvisor.trace.figure.Panel;
import org.graalvisor.trace.simulate.NodeSample;
import org.graalvisor.trace.simulate.SimulationResult;

/** Simulations drawn like the paper's Figs 9 and 10. */
final class SimulationFigures {
    private static final double BYTES_PER_GB = 1 << 30;
    private static final double US_PER_MS = 1000;
    private static final double PERCENT = 100;

    private SimulationFigures() {}

    /**
     * Writes both figures.
     *
     * @param results one for each policy
     * @param costs where the costs come from
     * @param folder where to
     */
    static void write(List<SimulationResult> results, String costs, Path folder) {
        Panel.Axis time = new Panel.Axis("minutes", false);
        List<Panel> overTime = List.of(
                panel("Memory in use", time, "GB", results, sample -> sample.residentBytes() / BYTES_PER_GB),
                panel("Active instances", time, "instances", results, NodeSample::activeInstances),
                panel("Invocations in flight", time, "invocations", results, NodeSample::inFlight));
        new Drawing(overTime, "Simulated, one sample a second of virtual time; " + costs + ".").write(folder,
                "simulation");
        List<Panel> latency = List.of(new Panel("Response time, from the intended arrival",
                new Panel.Axis("milliseconds", true), new Panel.Axis("% of invocations", false),
                results.stream().filter(result -> result.responseTimes().count() > 0)
                        .map(SimulationFigures::distribution).toList(), false));
        new Drawing(latency, "Simulated; every completed invocation counts once, those ignored for lack of memory are "
                + "left out; " + costs + ".").write(folder, "latency");
    }

    private static Panel panel(String title, Panel.Axis time, String unit, List<SimulationResult> results,
            ToDoubleFunction<NodeSample> measure) {
        return new Panel(title, time, new Panel.Axis(unit, false), results.stream().map(result -> new Curve(result
                .policy(),
                result.samples().stream().mapToDouble(s -> s.elapsedUs() / (double) TimeUnit.MINUTES.toMicros(1))
                        .toArray(),
                result.samples().stream().mapToDouble(measure).toArray()).thinned()).toList(), false);
    }

    private static Curve distribution(SimulationResult result) {
        DoubleStream.Builder milliseconds = DoubleStream.builder();
        DoubleStream.Builder shares = DoubleStream.builder();
        double share = 0;
        for (HistogramIterationValue step : result.responseTimes().histogram().recordedValues()) {
            double at = step.getValueIteratedTo() / US_PER_MS;
            double until = PERCENT * step.getTotalCountToThisValue() / result.responseTimes().count();
            // A step has two ends.
            milliseconds.add(at).add(at);
            shares.add(share).add(until);
            share = until;
        }
        return new Curve(result.policy(), milliseconds.build().toArray(), shares.build().toArray());
    }
}
