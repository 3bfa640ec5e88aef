package org.graalvisor.harness.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.graalvisor.analysis.claims.Claim;
import org.graalvisor.analysis.claims.EvaluatedClaim;

/** Prints claims, one to two lines each. */
final class ClaimLines {
    private ClaimLines() {}

    static void print(List<EvaluatedClaim> claims, PrintWriter out) {
        for (EvaluatedClaim evaluated : claims) {
            Claim claim = evaluated.claim();
            String measured = evaluated.measured().map(
                    estimate -> String.format(Locale.ROOT, "measured %.4g, ", estimate.value())).orElse("");
            out.printf(Locale.ROOT, "%-15s %s: %s (%swanted %s %s %s; paper: %s)%n", evaluated.outcome().words(),
                    claim.figure(), claim.sentence(), measured, claim.comparator().symbol(),
                    format(claim.threshold()), claim.unit(), claim.paper());
            if (!evaluated.remark().isEmpty()) {
                out.println("                " + evaluated.remark());
            }
        }
    }

    private static String format(double threshold) {
        return String.format(Locale.ROOT, "%.4g", threshold);
    }
}
