package org.graalvisor.runtime.function;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What happened to the isolates and libraries of all functions. */
public final class FunctionCounters {
    /** Invocations that had to create an isolate. */
    public final LongAdder coldStarts = new LongAdder();
    /** Invocations that opened another context in an isolate that exists. */
    public final LongAdder sharedStarts = new LongAdder();
    /** Invocations that found a warm context. */
    public final LongAdder warmStarts = new LongAdder();
    /** Isolates that could not be created. */
    public final LongAdder refusedIsolates = new LongAdder();
    /** Isolates whose garbage was given back while they were idle. */
    public final LongAdder trimmedIsolates = new LongAdder();
    /** Isolates torn down. */
    public final LongAdder tornDownIsolates = new LongAdder();
    /** Isolates whose tearing down failed; their memory is lost until the process ends. */
    public final LongAdder leakedIsolates = new LongAdder();
    /** Isolates that exist. */
    public final AtomicLong liveIsolates = new AtomicLong();
    /** Contexts that wait for an invocation. */
    public final AtomicLong idleIsolates = new AtomicLong();
    /** Heap budgets of the isolates that exist, in bytes. */
    public final AtomicLong budgetBytes = new AtomicLong();
    /** Libraries unloaded. */
    public final LongAdder unloadedLibraries = new LongAdder();
    /** Deregistered functions whose library is still loaded because an invocation has not returned. */
    public final AtomicLong lingeringLibraries = new AtomicLong();
    /** Libraries whose unloading failed; their memory is lost until the process ends. */
    public final LongAdder leakedLibraries = new LongAdder();
}
