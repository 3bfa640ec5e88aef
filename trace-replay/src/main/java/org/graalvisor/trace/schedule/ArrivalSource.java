package org.graalvisor.trace.schedule;

import java.util.List;

/** Arrivals in order of time, one at a time. Used by one thread. */
public interface ArrivalSource {

    /** Returns the functions arrivals refer to. */
    List<ScheduledFunction> functions();

    /** Returns how long the schedule is, in microseconds. */
    long lengthUs();

    /**
     * Goes to the next arrival.
     *
     * @return false when there is none left
     */
    boolean next();

    /** Returns when this arrival is intended, in microseconds since the schedule's beginning. */
    long arrivalUs();

    /** Returns the index of the function of this arrival. */
    int function();

    /** Returns how long it will run, in microseconds. */
    long durationUs();

    /** Returns how much memory it will use, in bytes. */
    long memoryBytes();
}
