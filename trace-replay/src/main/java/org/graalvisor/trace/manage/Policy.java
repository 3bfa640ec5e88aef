package org.graalvisor.trace.manage;

import org.graalvisor.trace.schedule.ScheduledFunction;

/** What distinguishes the systems compared: which functions share an instance, and how large it is. */
public interface Policy {

    /** Returns the name used in options and results. */
    String name();

    /** Returns what functions have to have in common to share an instance. */
    Object group(ScheduledFunction function);

    /** Returns the memory an instance started for this function may use, in bytes; at least the function's budget. */
    long instanceBytes(ScheduledFunction function);

    /** Tells whether an instance runs one invocation at a time. */
    boolean isExclusive();
}
