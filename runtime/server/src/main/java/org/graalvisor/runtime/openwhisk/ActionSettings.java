package org.graalvisor.runtime.openwhisk;

import java.util.Map;

/**
 * Settings of a runtime that speaks OpenWhisk's protocol.
 *
 * @param dialect language of its action
 * @param environment of the process, which the action sees; {@value #CONCURRENCY_VARIABLE} lets activations overlap
 * @param logs where activations' logs end
 * @param memoryBytes budget of one context
 */
public record ActionSettings(ActionDialect dialect, Map<String, String> environment, ActionLogs logs,
        long memoryBytes) {
    private static final String CONCURRENCY_VARIABLE = "__OW_ALLOW_CONCURRENT";

    /** Copies the variables. */
    public ActionSettings {
        environment = Map.copyOf(environment);
    }

    boolean concurrent() {
        return Boolean.parseBoolean(environment.getOrDefault(CONCURRENCY_VARIABLE, "false"));
    }
}
