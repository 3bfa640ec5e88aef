package org.graalvisor.trace.manage;

/** A runtime that runs invocations: a process, a microVM, or an entry in a simulation. */
public final class Instance {
    private final long id;
    private final int index;
    private final Group group;
    private final long sizeBytes;
    private final int firstFunction;

    // State of the manager.
    boolean ready;
    int position;
    long freeBytes;
    long accountedBytes;
    int inFlight;
    int firstSlot = InvocationTable.NONE;
    int lastSlot = InvocationTable.NONE;
    long idleSinceUs;
    boolean idle;

    Instance(long id, int index, Group group, long sizeBytes, int firstFunction) {
        this.id = id;
        this.index = index;
        this.group = group;
        this.sizeBytes = sizeBytes;
        this.firstFunction = firstFunction;
        this.freeBytes = sizeBytes;
    }

    /** Returns a number no other instance of this manager ever had, from 0. */
    public long id() {
        return id;
    }

    /** Returns a small number no other living instance has. */
    public int index() {
        return index;
    }

    /** Returns the memory it may use, in bytes. */
    public long sizeBytes() {
        return sizeBytes;
    }

    /** Returns the index of the function it was started for. */
    public int firstFunction() {
        return firstFunction;
    }

    /** Returns how many invocations it runs or keeps until it is ready. */
    public int inFlight() {
        return inFlight;
    }

    Group group() {
        return group;
    }

    @Override
    public String toString() {
        return "instance " + id;
    }
}
