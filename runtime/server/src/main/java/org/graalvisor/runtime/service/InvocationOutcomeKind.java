package org.graalvisor.runtime.service;

/** How invocations end; the label of the counter. */
enum InvocationOutcomeKind {
    REPLIED("replied"), THREW("threw"), OVER_BUDGET("over_budget"), DEADLINE("deadline"), NO_CAPACITY(
            "no_capacity"), UNKNOWN_FUNCTION(
                    "unknown_function"), BAD_REQUEST("bad_request"), INTERNAL("internal");

    private final String label;

    InvocationOutcomeKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
