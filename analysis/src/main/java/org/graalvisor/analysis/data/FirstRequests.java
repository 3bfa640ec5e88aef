package org.graalvisor.analysis.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first request of every context, from all requests in the order in which contexts were added. */
final class FirstRequests {
    static final String METRIC = "first_request_ms";

    private FirstRequests() {}

    static Optional<Series> derive(CellData cell) {
        Series requests = cell.metrics().get("request_ms");
        Series contexts = cell.metrics().get("context_allocation_ms");
        if (requests == null || contexts == null || requests.values().size() % contexts.values().size() != 0) {
            return Optional.empty();
        }
        double[] all = requests.inOrder();
        int requestsPerContext = all.length / contexts.values().size();
        List<Double> first = new ArrayList<>();
        for (int i = 0; i < all.length; i += requestsPerContext) {
            first.add(all[i]);
        }
        return Optional.of(Series.of(requests.unit(), first));
    }
}
