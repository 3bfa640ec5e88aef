package org.graalvisor.trace.schedule;

import java.util.Arrays;
import java.util.List;

/**
 * Every arrival of an experiment, fixed before it runs.
 *
 * <p>Durations and memory are kept per arrival only when they were drawn; the arrays are empty otherwise.
 */
public final class Schedule {
    private final List<ScheduledFunction> functions;
    private final long lengthUs;
    private final String origin;
    private final Substitutions substitutions;
    private final int[] function;
    private final long[] arrivalUs;
    private final long[] durationUs;
    private final long[] memoryBytes;

    Schedule(List<ScheduledFunction> functions, long lengthUs, String origin, Substitutions substitutions,
            Arrivals arrivals) {
        this.functions = List.copyOf(functions);
        this.lengthUs = lengthUs;
        this.origin = origin;
        this.substitutions = substitutions;
        this.function = arrivals.function();
        this.arrivalUs = arrivals.arrivalUs();
        this.durationUs = arrivals.durationUs();
        this.memoryBytes = arrivals.memoryBytes();
    }

    /**
     * One element for each arrival.
     *
     * @param function index of the function
     * @param arrivalUs ascending
     * @param durationUs empty when each function's duration is constant
     * @param memoryBytes empty when each function's memory is constant
     */
    record Arrivals(int[] function, long[] arrivalUs, long[] durationUs, long[] memoryBytes) {}

    /** Returns the functions arrivals refer to. */
    public List<ScheduledFunction> functions() {
        return functions;
    }

    /** Returns how long it is, in microseconds. */
    public long lengthUs() {
        return lengthUs;
    }

    /** Returns, in one line, trace and options it was made from. */
    public String origin() {
        return origin;
    }

    /** Returns what had to be made up. */
    public Substitutions substitutions() {
        return substitutions;
    }

    /** Returns the number of arrivals. */
    public int size() {
        return function.length;
    }

    /** Returns the index of the function of an arrival. */
    public int function(int arrival) {
        return function[arrival];
    }

    /** Returns when an arrival is intended, in microseconds since the schedule's beginning. */
    public long arrivalUs(int arrival) {
        return arrivalUs[arrival];
    }

    /** Returns how long an arrival will run, in microseconds. */
    public long durationUs(int arrival) {
        return durationUs.length == 0 ? functions.get(function[arrival]).durationUs() : durationUs[arrival];
    }

    /** Returns how much memory an arrival will use, in bytes. */
    public long memoryBytes(int arrival) {
        return memoryBytes.length == 0 ? functions.get(function[arrival]).budgetBytes() : memoryBytes[arrival];
    }

    /** Tells whether durations and memory are kept for each arrival. */
    boolean isDrawn() {
        return durationUs.length > 0;
    }

    /** Returns a cursor before the first arrival. */
    public ArrivalSource cursor() {
        return new ScheduleCursor(this);
    }

    /** Returns the SHA-256, in hexadecimal, of what {@link ScheduleFile} writes. */
    public String hash() {
        return ScheduleFile.hash(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Schedule that && functions.equals(that.functions) && lengthUs == that.lengthUs
                && origin.equals(that.origin) && substitutions.equals(that.substitutions)
                && Arrays.equals(function, that.function) && Arrays.equals(arrivalUs, that.arrivalUs)
                && Arrays.equals(durationUs, that.durationUs) && Arrays.equals(memoryBytes, that.memoryBytes);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(function) + Arrays.hashCode(arrivalUs);
    }

    @Override
    public String toString() {
        return size() + " arrivals of " + functions.size() + " functions in " + lengthUs + " us, " + origin;
    }
}
