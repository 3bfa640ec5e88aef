package org.graalvisor.workloads.catalogue;

import org.graalvisor.workloads.catalogue.check.OutputCheck;

/**
 * A workload whose inputs exist.
 *
 * @param argumentsJson a JSON object, the same for each invocation
 * @param grants what its registration has to allow, as {@code net,read:/path}; empty for nothing
 * @param check tells whether an answer is correct; to be run outside the timed region
 */
public record Prepared(String argumentsJson, String grants, OutputCheck check) {

    /** The same for a function that is not confined by grants, as Java functions are not. */
    Prepared withoutGrants() {
        return new Prepared(argumentsJson, "", check);
    }
}
