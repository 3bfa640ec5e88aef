package org.graalvisor.analysis.data;

import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.graalvisor.results.HostDescription;
import org.graalvisor.results.Verdict;

/**
 * One complete cell whose data may be used.
 *
 * @param id the cell's id
 * @param dimensions its point in the experiment's grid
 * @param verdict VALID or DEGRADED; of the cell and of its run together
 * @param host the machine, for metrics derived from its calibration
 * @param metrics what was measured, by name
 * @param latency response times of the measured phase in nanoseconds; may be empty
 */
public record CellData(String id, Map<String, String> dimensions, Verdict verdict, HostDescription host,
        Map<String, Series> metrics, Histogram latency) {

    public CellData {
        dimensions = Map.copyOf(dimensions);
        metrics = Map.copyOf(metrics);
    }

    /** The metric of that name, measured or derived; empty when it was not measured. */
    public Optional<Series> metric(String name) {
        Optional<Series> measured = Optional.ofNullable(metrics.get(name));
        return measured.or(() -> switch (name) {
            case CreationFloor.METRIC -> CreationFloor.derive(this);
            case FirstRequests.METRIC -> FirstRequests.derive(this);
            case MeanResponse.METRIC -> MeanResponse.derive(this);
            case WarmUp.METRIC -> WarmUp.derive(this);
            default -> Optional.empty();
        });
    }
}
