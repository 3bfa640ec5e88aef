package org.graalvisor.trace.azure;

import java.util.List;
import org.graalvisor.trace.model.DirtReport;
import org.graalvisor.trace.model.FunctionKey;

/**
 * The 2021 trace: every single invocation, with its time. It knows no owners and no memory; owner is the application.
 *
 * @param functions functions in order of their first row
 * @param function index of the function of each invocation
 * @param startUs when each began, in microseconds since the trace's beginning, ascending
 * @param durationUs how long each ran, in microseconds
 * @param dirt what was wrong in it
 */
public record InvocationLog(List<FunctionKey> functions, int[] function, long[] startUs, long[] durationUs,
        DirtReport dirt) {

    /** Returns how many invocations there are. */
    public int size() {
        return function.length;
    }
}
