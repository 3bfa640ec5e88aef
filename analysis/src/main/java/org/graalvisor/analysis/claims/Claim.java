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
 * @param comparator which side of the threshold is wanted
 * @param threshold in {@code unit}
 * @param unit unit of the compared number, {@code ratio} when there is a denominator
 * @param paper what the paper reports, as printed beside
 */
public record Claim(@JsonProperty(required = true) String id, @JsonProperty(required = true) String figure,
        @JsonProperty(required = true) String sentence, @JsonProperty(required = true) Selector numerator,
        Optional<Selector> denominator, @JsonProperty(required = true) Comparator comparator,
        @JsonProperty(required = true) double threshold, @JsonProperty(required = true) String unit,
        @JsonProperty(required = true) String paper) {

    /** Which side of the threshold is wanted. */
    public enum Comparator {
        /** At or below the threshold. */
        AT_MOST("≤"),
        /** At or above the threshold. */
        AT_LEAST("≥");

        private final String symbol;

        Comparator(String symbol) {
            this.symbol = symbol;
        }

        /** As printed. */
        public String symbol() {
            return symbol;
        }

        boolean holds(double value, double threshold) {
            return this == AT_MOST ? value <= threshold : value >= threshold;
        }
    }
}
