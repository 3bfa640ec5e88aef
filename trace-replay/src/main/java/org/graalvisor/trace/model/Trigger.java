package org.graalvisor.trace.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What makes a function run. */
public enum Trigger {
    /** A web request. */
    HTTP,
    /** A clock. */
    TIMER,
    /** Event hubs and grids. */
    EVENT,
    /** A message queue. */
    QUEUE,
    /** A change in a blob or database. */
    STORAGE,
    /** Durable functions. */
    ORCHESTRATION,
    /** Everything else. */
    OTHERS;

    /** Returns the name used in trace files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds a trigger by its name in trace files. */
    public static Optional<Trigger> ofLabel(String label) {
        return Arrays.stream(values()).filter(trigger -> trigger.label().equals(label)).findFirst();
    }
}
