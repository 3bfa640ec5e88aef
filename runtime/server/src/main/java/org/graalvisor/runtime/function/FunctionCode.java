package org.graalvisor.runtime.function;

import org.graalvisor.isolate.FunctionIsolate;
import org.graalvisor.isolate.IsolateCreationException;

/** Where the isolates of one function come from. Safe for several threads. */
interface FunctionCode {

    /**
     * Creates an isolate in which context 0 of the function is ready.
     *
     * @param maxHeapBytes most bytes of heap it may use
     * @param watch told how to stop code of the function that runs before the first invocation
     * @throws IsolateCreationException when the operating system or the library refuses
     * @throws ProgramLoadException when the function's own code fails
     */
    FunctionIsolate createIsolate(long maxHeapBytes, CancellationWatch watch);

    /** Most contexts of one isolate. */
    int contexts();

    /** Gives back what the code takes up. Every isolate must have been torn down before. */
    void close();
}
