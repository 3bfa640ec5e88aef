package org.graalvisor.harness.platform;

/** Whether this machine can run something. */
public sealed interface Availability {

    /**
     * It can.
     *
     * @param version what was found, for people
     */
    record Available(String version) implements Availability {}

    /**
     * It cannot.
     *
     * @param reason what is missing and what to do about it
     */
    record Unavailable(String reason) implements Availability {}

    /** Returns the version, or {@code unavailable: reason}. */
    default String describe() {
        return switch (this) {
            case Available available -> available.version();
            case Unavailable unavailable -> "unavailable: " + unavailable.reason();
        };
    }

    /** Tells whether it can be used. */
    default boolean isAvailable() {
        return this instanceof Available;
    }
}
