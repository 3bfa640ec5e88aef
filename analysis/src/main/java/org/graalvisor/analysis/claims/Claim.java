package org.graalvisor.analysis.claims;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * An inequality over results.
 *
 * @param id unique name
 * @param figure the figure it belongs to
 * @param sentence what is claimed, for a reader
 * @param numerator the measured number
 * @param denominator what it is divided by; empty when the number itself is compared
 * @param over the numbers the ratio is averaged over; empty for a single ratio or number
 * @param comparator which side of the threshold is wanted
 * @param threshold in {@code unit}
 * @param unit unit of the compared number, {@code ratio} when there is a denominator
 * @param paper what the paper reports, as printed beside
 */
public record Claim(@JsonProperty(required = true) String id, @JsonProperty(required = true) String figure,
        @JsonProperty(required = true) String sentence, @JsonProperty(required = true) Selector numerator,
        Optional<Selector> denominator, Optional<Over> over, @JsonProperty(required = true) Comparator comparator,
        @JsonProperty(required = true) double threshold, @JsonProperty(required = true) String unit,
        @JsonProperty(required = true) String paper) {

    public Claim {
        if (over.isPresent() && denominator.isEmpty()) {
            throw new IllegalArgumentException("The claim " + id + " averages ratios, so it needs a denominator");
        }
    }

    /** Which side of the threshold is wanted. */
    public enum Comparator {
        /** At or below the threshold. */
        AT_MOST("≤"),
        /** At or above the threshold. */
        AT_LEAST("≥"),
        /** At most the threshold above or below 1; for ratios of what should be the same. */
        WITHIN_OF_ONE("1 ±");

        private final String symbol;

        Comparator(String symbol) {
            this.symbol = symbol;
        }

        /** As printed. */
        public String symbol() {
            return symbol;
        }

        boolean holds(double value, double threshold) {
            return switch (this) {
                case AT_MOST -> value <= threshold;
                case AT_LEAST -> value >= threshold;
                case WITHIN_OF_ONE -> Math.abs(value - 1) <= threshold;
            };
        }
    }
}
