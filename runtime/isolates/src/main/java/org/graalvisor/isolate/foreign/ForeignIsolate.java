package org.graalvisor.isolate.foreign;

import java.lang.foreign.MemorySegment;
import org.graalvisor.isolate.FunctionIsolate;
import org.graalvisor.isolate.InvocationOutcome;

/** An isolate called from HotSpot; a thread is attached for the length of a call. */
public final class ForeignIsolate implements FunctionIsolate {
    private final ForeignFunctionLibrary functions;
    private final MemorySegment isolate;
    private final Thread creator;
    private MemorySegment creatorThread;

    ForeignIsolate(ForeignFunctionLibrary functions, MemorySegment isolate, MemorySegment creatorThread) {
        this.functions = functions;
        this.isolate = isolate;
        this.creator = Thread.currentThread();
        this.creatorThread = creatorThread;
    }

    @Override
    public InvocationOutcome invoke(int context, byte[] argumentsJson) {
        MemorySegment thread = attach();
        try {
            return functions.invoke(thread, context, argumentsJson);
        } finally {
            functions.detachThread(thread);
        }
    }

    @Override
    public InvocationOutcome load(byte[] program) {
        MemorySegment thread = attach();
        try {
            return functions.load(thread, program);
        } finally {
            functions.detachThread(thread);
        }
    }

    @Override
    public InvocationOutcome openContext(int context) {
        MemorySegment thread = attach();
        try {
            return functions.openContext(thread, context);
        } finally {
            functions.detachThread(thread);
        }
    }

    @Override
    public void cancelContext(int context) {
        MemorySegment thread = attach();
        try {
            functions.cancelContext(thread, context);
        } finally {
            functions.detachThread(thread);
        }
    }

    @Override
    public void trim() {
        MemorySegment thread = attach();
        try {
            functions.trim(thread);
        } finally {
            functions.detachThread(thread);
        }
    }

    /**
     * Attaches the calling thread, to invoke the function several times without attaching it each time.
     *
     * @return the attachment, to be closed by the same thread
     */
    public AttachedThread attachThread() {
        return new AttachedThread(functions, attach());
    }

    private MemorySegment attach() {
        if (creatorThread.address() != 0 && creator == Thread.currentThread()) {
            MemorySegment attached = creatorThread;
            creatorThread = MemorySegment.NULL;
            return attached;
        }
        return functions.attachThread(isolate);
    }

    @Override
    public void tearDown() {
        functions.tearDown(attach());
    }
}
