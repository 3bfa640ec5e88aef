package org.graalvisor.trace.simulate;

/** What of the instances' memory is resident beyond their base, in bytes. Instances and slots are small numbers that are used again. */
interface ResidentMemory {

    /** An instance begins, without memory. */
    void started(int instance);

    /** An invocation begins to use memory. */
    void begins(int instance, int slot, int function, long bytes, long nowUs);

    /** An invocation no longer uses the memory it began with, which may stay resident. */
    void ends(int instance, int slot, long bytes, long nowUs);

    /** An instance ends, and all its memory is given back. */
    void stopped(int instance);

    /** Returns what is resident now. */
    long bytes(long nowUs);
}
