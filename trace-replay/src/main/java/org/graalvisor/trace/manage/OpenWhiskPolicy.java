package org.graalvisor.trace.manage;

import org.graalvisor.trace.schedule.ScheduledFunction;

/** An instance runs one function, one invocation at a time, and is sized to the function. */
public record OpenWhiskPolicy() implements Policy {
    /** As used in options and results. */
    public static final String NAME = "openwhisk";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Object group(ScheduledFunction function) {
        return function.key();
    }

    @Override
    public long instanceBytes(ScheduledFunction function) {
        return function.budgetBytes();
    }

    @Override
    public boolean isExclusive() {
        return true;
    }
}
