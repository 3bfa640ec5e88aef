package org.graalvisor.workloads.catalogue;

/**
 * What people read of a workload; the tables of {@code list workloads} and of the documentation are made of it.
 *
 * @param does what it does
 * @param input what it works on, with sizes
 * @param arguments names of its arguments, separated by commas
 * @param grants what its registration allows, in general; empty for nothing
 * @param correct when its answer is right
 */
public record Description(String does, String input, String arguments, String grants, String correct) {

    /** The same of a function that is not confined by grants, as Java functions are not. */
    Description withoutGrants() {
        return new Description(does, input, arguments, "", correct);
    }
}
