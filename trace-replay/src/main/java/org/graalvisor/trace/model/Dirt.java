package org.graalvisor.trace.model;

/** What is known to be wrong in published traces, and what is done about it. Nothing is dropped silently. */
public enum Dirt {
    /** Two rows of one function with the same counts. */
    IDENTICAL_INVOCATION_ROWS("the first row is used"),
    /** Two rows of one function with different counts. */
    DIFFERING_INVOCATION_ROWS("their counts are added"),
    /** Two rows of durations of one function on one day. */
    REPEATED_DURATION_ROWS("equal ones are used once, others merged by count"),
    /** Two rows of memory of one application on one day. */
    REPEATED_MEMORY_ROWS("equal ones are used once, others merged by sample count"),
    /** A function that was never invoked. */
    FUNCTIONS_WITHOUT_INVOCATIONS("kept; it schedules nothing"),
    /** A function with invocations but no row of durations. */
    FUNCTIONS_WITHOUT_DURATION("schedules use the median function's average"),
    /** A function with a row of durations but no row of invocations. */
    DURATIONS_WITHOUT_FUNCTION("the row is not used"),
    /** An application with functions but no row of memory. */
    APPS_WITHOUT_MEMORY("schedules use the median application's average"),
    /** An application with a row of memory but no function. */
    MEMORY_WITHOUT_FUNCTION("the row is not used"),
    /** A day without memory file; so are days 13 and 14 of the 2019 trace. */
    DAYS_WITHOUT_MEMORY_FILE("memory comes from the other days, or is the stated default"),
    /** A trigger that is not one of the seven. */
    UNKNOWN_TRIGGERS("counted as others"),
    /** An average duration below 0. */
    NEGATIVE_DURATIONS("treated as unknown: schedules use the median function's average"),
    /** An average duration of 0 ms. */
    ZERO_DURATIONS("kept; schedules raise it to their shortest duration"),
    /** An average memory of 0 MB or less. */
    MEMORY_NOT_ABOVE_ZERO("treated as unknown: schedules use the median application's average"),
    /** Percentiles that do not ascend. */
    UNORDERED_PERCENTILES("kept; a draw from percentiles can be off"),
    /** An average outside of minimum and maximum. */
    AVERAGE_OUT_OF_RANGE("kept; the average is used as it is"),
    /** An invocation of the 2021 trace that ended before the trace began to count, or with a negative duration. */
    IMPOSSIBLE_INVOCATIONS("the row is not used");

    private final String treatment;

    Dirt(String treatment) {
        this.treatment = treatment;
    }

    /** Returns what is done about it. */
    public String treatment() {
        return treatment;
    }
}
