package org.graalvisor.analysis.claims;

import java.util.List;
import org.graalvisor.analysis.statistics.Interval;
import org.graalvisor.analysis.tables.Numbers;
import org.graalvisor.analysis.tables.Table;

/** Evaluated claims as a table for programs. */
public final class ClaimsTable {
    private static final List<String> COLUMNS = List.of("id", "figure", "outcome", "measured", "low_95", "high_95",
            "runs",
            "comparator", "threshold", "unit", "paper", "remark");

    private ClaimsTable() {}

    /** One row per claim. */
    public static Table of(List<EvaluatedClaim> claims) {
        return new Table(COLUMNS, claims.stream().map(ClaimsTable::row).toList());
    }

    private static List<String> row(EvaluatedClaim evaluated) {
        Claim claim = evaluated.claim();
        return List.of(claim.id(), claim.figure(), evaluated.outcome().words(),
                evaluated.measured().map(estimate -> Numbers.exact(estimate.value())).orElse(""),
                evaluated.measured().flatMap(estimate -> estimate.interval()).map(Interval::low).map(Numbers::exact)
                        .orElse(""),
                evaluated.measured().flatMap(estimate -> estimate.interval()).map(Interval::high).map(Numbers::exact)
                        .orElse(""),
                evaluated.measured().map(estimate -> Integer.toString(estimate.runs())).orElse(""), claim.comparator()
                        .symbol(),
                Numbers.exact(claim.threshold()), claim.unit(), claim.paper(), evaluated.remark());
    }
}
