package org.graalvisor.analysis.data;

import java.util.Optional;
import java.util.OptionalDouble;
import org.graalvisor.analysis.statistics.Samples;
import org.graalvisor.results.HostDescription;

/**
 * The least an isolate's creation can cost on a machine: its page faults and system calls at their calibrated cost. Used only
 * where the harness did not store {@link #METRIC} itself.
 */
final class CreationFloor {
    static final String METRIC = "isolate_create_floor_us";

    /** The calibrated pair is one mmap and one munmap. */
    private static final double CALLS_PER_CALIBRATED_PAIR = 2;
    private static final double NANOSECONDS_PER_MICROSECOND = 1_000;

    private CreationFloor() {}

    static Optional<Series> derive(CellData cell) {
        HostDescription host = cell.host();
        Series faults = cell.metrics().get("page_faults_per_isolate");
        Series calls = cell.metrics().get("system_calls_per_isolate");
        OptionalDouble faultCostNs = host.pageFaultCostNs();
        OptionalDouble pairCostNs = host.mapAndUnmapCostNs();
        if (faults == null || calls == null || faultCostNs.isEmpty() || pairCostNs.isEmpty()) {
            return Optional.empty();
        }
        double floorNs = Samples.median(faults.inOrder()) * faultCostNs.getAsDouble()
                + Samples.median(calls.inOrder()) * pairCostNs.getAsDouble() / CALLS_PER_CALIBRATED_PAIR;
        return Optional.of(Series.scalar("us", floorNs / NANOSECONDS_PER_MICROSECOND));
    }
}
