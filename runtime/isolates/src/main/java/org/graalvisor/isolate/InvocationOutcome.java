package org.graalvisor.isolate;

/** What one call into an isolate led to. */
public sealed interface InvocationOutcome {

    /**
     * The function returned.
     *
     * @param json the function's reply, UTF-8 encoded
     */
    record Replied(byte[] json) implements InvocationOutcome {}

    /**
     * The function threw, or returned no JSON.
     *
     * @param message the exception's class and message
     */
    record Threw(String message) implements InvocationOutcome {}

    /**
     * The function needed more memory than its isolate may use.
     *
     * @param message what could not be allocated
     */
    record OverBudget(String message) implements InvocationOutcome {}

    /**
     * The code is no function, or lacks the entry point.
     *
     * @param message what is wrong and where
     */
    record Refused(String message) implements InvocationOutcome {}
}
