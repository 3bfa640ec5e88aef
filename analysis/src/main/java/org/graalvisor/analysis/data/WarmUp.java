package org.graalvisor.analysis.data;

import java.util.Arrays;
import java.util.Optional;
import org.graalvisor.analysis.statistics.Samples;

/**
 * What warming up costs: the processor time a platform has used, compilers included, at the end of the first invocation that is,
 * as the median of a few from it on, within a tenth of the final speed, the median of the last tenth of all.
 */
final class WarmUp {
    static final String METRIC = "warm_up_cpu_s";

    private static final double WITHIN = 1.1;
    private static final int WINDOW = 5;
    /** With fewer invocations the last tenth is one, and speaks for nothing. */
    private static final int FEWEST = 2 * WINDOW;

    private WarmUp() {}

    static Optional<Series> derive(CellData cell) {
        Series invocations = cell.metrics().get("invocation_ms");
        Series cpu = cell.metrics().get("cpu_s");
        if (invocations == null || cpu == null || invocations.values().size() < FEWEST) {
            return Optional.empty();
        }
        double[] durations = invocations.inOrder();
        double limit = WITHIN * Samples.median(Arrays.copyOfRange(durations, durations.length - durations.length / 10,
                durations.length));
        for (int i = 0; i + WINDOW <= durations.length; i++) {
            if (durations[i] <= limit && Samples.median(Arrays.copyOfRange(durations, i, i + WINDOW)) <= limit && cpu
                    .at(i).isPresent()) {
                return Optional.of(Series.scalar(cpu.unit(), cpu.at(i).getAsDouble()));
            }
        }
        return Optional.empty();
    }
}
