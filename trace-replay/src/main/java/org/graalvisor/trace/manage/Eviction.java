package org.graalvisor.trace.manage;

import java.util.Locale;

/** What happens to idle instances when memory is short. */
public enum Eviction {
    /** They stay until their keep-alive is over. */
    NONE,
    /** As many as needed are stopped, the longest idle first. */
    LEAST_RECENTLY_USED;

    /** Returns the name used in options. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
