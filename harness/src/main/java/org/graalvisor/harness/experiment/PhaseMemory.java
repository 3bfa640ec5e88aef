package org.graalvisor.harness.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.graalvisor.harness.load.LoadResult;
import org.graalvisor.harness.load.PhaseWindow;
import org.graalvisor.results.Measurement;
import org.graalvisor.results.Phase;
import org.graalvisor.results.ResourceSample;

/** Memory of a platform while a phase of the load ran, from the samples of the whole load. */
final class PhaseMemory {
    private static final double BYTES_PER_GB = 1e9;

    private final List<ResourceSample> samples;
    private final long originNs;

    /**
     * @param samples taken all the while
     * @param originNs instant on the clock that their stamps count from
     */
    PhaseMemory(List<ResourceSample> samples, long originNs) {
        this.samples = List.copyOf(samples);
        this.originNs = originNs;
    }

    /** Returns mean memory, and throughput per gigabyte of it, of the measured phase; nothing for a platform without a process. */
    List<Measurement> measurements(LoadResult load) {
        List<Measurement> measurements = new ArrayList<>();
        add(measurements, "rss", load, ResourceSample::rssBytes);
        add(measurements, "pss", load, sample -> sample.pssBytes().orElse(0));
        return measurements;
    }

    private void add(List<Measurement> measurements, String kind, LoadResult load,
            ToDoubleFunction<ResourceSample> bytes) {
        OptionalDouble mean = within(load).stream().mapToDouble(bytes).average();
        if (mean.orElse(0) <= 0) {
            return;
        }
        measurements.add(Measurement.scalar("mean_" + kind + "_bytes", "bytes", mean.getAsDouble()));
        measurements.add(Measurement.scalar("ops_per_s_per_gb_" + kind, "ops/s/GB", load.throughputPerSecond(
                Phase.MEASURE) / (mean.getAsDouble() / BYTES_PER_GB)));
    }

    /** The samples within the phase; of a phase shorter than the sampling period the one before its end. */
    private List<ResourceSample> within(LoadResult load) {
        PhaseWindow window = load.window(Phase.MEASURE);
        long shiftNs = originNs - load.originNs();
        List<ResourceSample> before = samples.stream().filter(sample -> sample.elapsedNs() + shiftNs <= window.endNs())
                .toList();
        List<ResourceSample> within = before.stream().filter(sample -> sample.elapsedNs() + shiftNs >= window.startNs())
                .toList();
        return within.isEmpty() && !before.isEmpty() ? List.of(before.getLast()) : within;
    }
}
