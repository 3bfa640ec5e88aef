package org.graalvisor.isolate.nativeimage;

import org.graalvisor.isolate.FunctionAbi;
import org.graalvisor.isolate.FunctionIsolate;
import org.graalvisor.isolate.InvocationOutcome;
import org.graalvm.nativeimage.StackValue;
import org.graalvm.nativeimage.UnmanagedMemory;
import org.graalvm.nativeimage.c.type.CCharPointer;
import org.graalvm.nativeimage.c.type.CCharPointerPointer;
import org.graalvm.nativeimage.c.type.CLongPointer;
import org.graalvm.word.WordFactory;

/**
 * An isolate called from a native image. A thread is attached for the length of a call, about 1 µs, so that an idle
 * isolate belongs to no thread and any thread may take it. Only the creating thread is attached already.
 */
final class NativeIsolate implements FunctionIsolate {
    private static final long NOT_ATTACHED = 0;

    private final NativeFunctionLibrary functions;
    private final long isolate;
    private final Thread creator;
    private long creatorThread;

    NativeIsolate(NativeFunctionLibrary functions, long isolate, long creatorThread) {
        this.functions = functions;
        this.isolate = isolate;
        this.creator = Thread.currentThread();
        this.creatorThread = creatorThread;
    }

    @Override
    public InvocationOutcome invoke(int context, byte[] argumentsJson) {
        long thread = attach();
        CCharPointer arguments = UnmanagedMemory.malloc(WordFactory.unsigned(Math.max(1, argumentsJson.length)));
        try {
            UnmanagedBytes.write(argumentsJson, arguments);
            CCharPointerPointer reply = StackValue.get(CCharPointerPointer.class);
            CLongPointer replyLength = StackValue.get(CLongPointer.class);
            clear(reply, replyLength);
            return outcome(functions.invoke().call(WordFactory.pointer(thread), context, arguments,
                    argumentsJson.length,
                    reply, replyLength), reply, replyLength);
        } finally {
            UnmanagedMemory.free(arguments);
            functions.detachThread(thread);
        }
    }

    @Override
    public InvocationOutcome load(byte[] program) {
        long thread = attach();
        CCharPointer bytes = UnmanagedMemory.malloc(WordFactory.unsigned(Math.max(1, program.length)));
        try {
            UnmanagedBytes.write(program, bytes);
            CCharPointerPointer reply = StackValue.get(CCharPointerPointer.class);
            CLongPointer replyLength = StackValue.get(CLongPointer.class);
            clear(reply, replyLength);
            return outcome(functions.load().call(WordFactory.pointer(thread), bytes, program.length, reply,
                    replyLength),
                    reply, replyLength);
        } finally {
            UnmanagedMemory.free(bytes);
            functions.detachThread(thread);
        }
    }

    @Override
    public InvocationOutcome openContext(int context) {
        long thread = attach();
        try {
            CCharPointerPointer reply = StackValue.get(CCharPointerPointer.class);
            CLongPointer replyLength = StackValue.get(CLongPointer.class);
            clear(reply, replyLength);
            return outcome(functions.openContext().call(WordFactory.pointer(thread), context, reply, replyLength),
                    reply,
                    replyLength);
        } finally {
            functions.detachThread(thread);
        }
    }

    @Override
    public void cancelContext(int context) {
        long thread = attach();
        try {
            functions.cancel().call(WordFactory.pointer(thread), context);
        } finally {
            functions.detachThread(thread);
        }
    }

    @Override
    public void trim() {
        long thread = attach();
        try {
            functions.trim(thread);
        } finally {
            functions.detachThread(thread);
        }
    }

    private static void clear(CCharPointerPointer reply, CLongPointer replyLength) {
        reply.write(WordFactory.nullPointer());
        replyLength.write(0);
    }

    private static InvocationOutcome outcome(int status, CCharPointerPointer reply, CLongPointer replyLength) {
        byte[] bytes = UnmanagedBytes.read(reply.read(), replyLength.read());
        Calls.free(reply.read());
        return FunctionAbi.outcome(status, bytes);
    }

    private long attach() {
        if (creatorThread != NOT_ATTACHED && creator == Thread.currentThread()) {
            long attached = creatorThread;
            creatorThread = NOT_ATTACHED;
            return attached;
        }
        return functions.attachThread(isolate);
    }

    @Override
    public void tearDown() {
        functions.tearDown(attach());
    }
}
