package org.graalvisor.harness.probe;

import java.util.OptionalLong;

/** Reads the table that {@code strace -c} prints. */
final class StraceSummary {
    private static final int CALLS_COLUMN = 3;

    private StraceSummary() {}

    /**
     * Returns the total number of system calls.
     *
     * @param text the table
     * @return nothing when there is no line "total"
     */
    static OptionalLong totalCalls(String text) {
        return text.lines().map(String::strip).filter(line -> line.endsWith(" total"))
                .map(line -> line.split("\\s+", -1)).filter(columns -> columns.length > CALLS_COLUMN)
                .map(columns -> columns[CALLS_COLUMN]).filter(calls -> calls.matches("[0-9]{1,18}"))
                .mapToLong(Long::parseLong).findFirst();
    }
}
