package org.graalvisor.analysis.claims;

import java.util.Optional;
import org.graalvisor.analysis.statistics.Estimate;

/**
 * A claim and what the results say about it.
 *
 * @param claim the claim
 * @param outcome what the results say
 * @param measured the compared number; empty when undecided
 * @param remark why it is undecided, or why the data behind it is degraded; otherwise empty
 */
public record EvaluatedClaim(Claim claim, Outcome outcome, Optional<Estimate> measured, String remark) {

    /** What the results say about a claim. */
    public enum Outcome {
        /** The median lies on the wanted side of the threshold. */
        REPRODUCED("reproduced"),
        /** The median lies on the other side. */
        NOT_REPRODUCED("not reproduced"),
        /** Data is missing or invalid. */
        UNDECIDED("undecided");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        /** As printed. */
        public String words() {
            return words;
        }
    }
}
