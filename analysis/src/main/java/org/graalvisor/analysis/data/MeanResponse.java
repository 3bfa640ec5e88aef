package org.graalvisor.analysis.data;

import java.util.Optional;

/** The mean response time, as the paper reports it, from the histogram where the harness did not store it. */
final class MeanResponse {
    static final String METRIC = "mean_response_time_us";

    private static final double NANOSECONDS_PER_MICROSECOND = 1_000;

    private MeanResponse() {}

    static Optional<Series> derive(CellData cell) {
        return cell.latency().getTotalCount() == 0
                ? Optional.empty()
                : Optional.of(Series.scalar("us", cell.latency().getMean() / NANOSECONDS_PER_MICROSECOND));
    }
}
