package org.graalvisor.trace.manage;

import java.util.Locale;

/** What of an instance counts against the node's memory cap. */
public enum Accounting {
    /** All it may use, at least its base and one invocation, from its start to its end. Nothing is overcommitted. */
    RESERVED,
    /** Its base, and the budgets of the invocations it runs. */
    USED,
    /**
     * What the paper must have done: an exclusive instance counts as a whole, a shared one what it uses. With 16 GB and
     * instances of 2 GB, 41.7 active instances on average are possible in no other way.
     */
    PAPER;

    boolean reserves(Policy policy) {
        return this == RESERVED || (this == PAPER && policy.isExclusive());
    }

    /** Returns the name used in options. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
