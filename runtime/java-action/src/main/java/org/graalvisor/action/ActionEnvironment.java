package org.graalvisor.action;

import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** What actions call instead of {@link System#getenv}: the environment of their isolate, not that of the process. */
public final class ActionEnvironment {
    private static final Map<String, String> VARIABLES = new ConcurrentSkipListMap<>();

    private ActionEnvironment() {}

    /**
     * Sets variables.
     *
     * @param pairs {@code NAME=text}, parted by NUL
     */
    static void add(String pairs) {
        for (String pair : pairs.split("\0", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                VARIABLES.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
    }

    /** As {@link System#getenv(String)}; null when there is no such variable. */
    public static String getenv(String name) {
        return VARIABLES.get(name);
    }

    /** As {@link System#getenv()}. */
    public static Map<String, String> getenv() {
        return Collections.unmodifiableMap(VARIABLES);
    }
}
