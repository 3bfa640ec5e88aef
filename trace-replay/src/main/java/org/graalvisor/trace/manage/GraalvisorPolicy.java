package org.graalvisor.trace.manage;

import org.graalvisor.trace.schedule.ScheduledFunction;

/**
 * An instance runs any functions of one owner, many invocations at a time.
 *
 * @param sizeBytes memory of an instance; a function that needs more gets an instance of its own size
 */
public record GraalvisorPolicy(long sizeBytes) implements Policy {
    /** As used in options and results. */
    public static final String NAME = "graalvisor";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Object group(ScheduledFunction function) {
        return function.key().owner();
    }

    @Override
    public long instanceBytes(ScheduledFunction function) {
        return Math.max(sizeBytes, function.budgetBytes());
    }

    @Override
    public boolean isExclusive() {
        return false;
    }
}
