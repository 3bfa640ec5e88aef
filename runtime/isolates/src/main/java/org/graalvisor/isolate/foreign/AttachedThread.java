package org.graalvisor.isolate.foreign;

import java.lang.foreign.MemorySegment;
import org.graalvisor.isolate.InvocationOutcome;

/** The calling thread while it is attached to an isolate. */
public final class AttachedThread implements AutoCloseable {
    private final ForeignFunctionLibrary functions;
    private final MemorySegment thread;

    AttachedThread(ForeignFunctionLibrary functions, MemorySegment thread) {
        this.functions = functions;
        this.thread = thread;
    }

    /**
     * Runs the function once.
     *
     * @param argumentsJson UTF-8 encoded JSON
     */
    public InvocationOutcome invoke(byte[] argumentsJson) {
        return functions.invoke(thread, 0, argumentsJson);
    }

    @Override
    public void close() {
        functions.detachThread(thread);
    }
}
