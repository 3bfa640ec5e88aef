package org.graalvisor.runtime.function;

import org.graalvisor.isolate.InvocationOutcome;

/** A script function's code failed before it could be invoked. */
public final class ProgramLoadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient InvocationOutcome outcome;

    ProgramLoadException(InvocationOutcome outcome) {
        super(message(outcome), null, false, false);
        this.outcome = outcome;
    }

    /** How it failed. */
    public InvocationOutcome outcome() {
        return outcome;
    }

    private static String message(InvocationOutcome outcome) {
        return switch (outcome) {
            case InvocationOutcome.Replied replied -> "it did not fail";
            case InvocationOutcome.Threw threw -> threw.message();
            case InvocationOutcome.OverBudget overBudget -> overBudget.message();
            case InvocationOutcome.Refused refused -> refused.message();
        };
    }
}
