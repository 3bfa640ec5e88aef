package org.graalvisor.isolate.foreign;

import java.lang.foreign.MemorySegment;
import org.graalvisor.isolate.InvocationOutcome;

/** The calling thread while it is attached to an isolate. */
public final class AttachedThread implements AutoCloseable {
    private final ForeignFunctionLibrary library;
    private final MemorySegment thread;

    AttachedThread(ForeignFunctionLibrary library, MemorySegment thread) {
        this.library = library;
        this.thread = thread;
    }

    /**
     * Runs the function once.
     *
     * @param argumentsJson UTF-8 encoded JSON
     */
    public InvocationOutcome invoke(byte[] argumentsJson) {
        return library.invoke(thread, 0, argumentsJson);
    }

    @Override
    public void close() {
        library.detachThread(thread);
    }
}
