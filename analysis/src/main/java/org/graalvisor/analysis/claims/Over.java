package org.graalvisor.analysis.claims;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.graalvisor.analysis.statistics.Mean;

/**
 * What a claim's ratio is averaged over.
 *
 * @param dimension set on both sides of the ratio, for example {@code workload}
 * @param values its values, at least one; one without valid data leaves the claim undecided, unless the run's plan says that
 *        this machine cannot run it
 * @param mean of the ratios
 */
public record Over(@JsonProperty(required = true) String dimension,
        @JsonProperty(required = true) List<String> values, @JsonProperty(required = true) Mean mean) {

    public Over {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("There is no mean over nothing; name values of " + dimension);
        }
    }
}
