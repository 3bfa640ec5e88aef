package org.graalvisor.isolate.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import org.graalvisor.isolate.FunctionAbi;
import org.graalvisor.isolate.FunctionLibrary;
import org.graalvisor.isolate.InvocationOutcome;
import org.graalvisor.isolate.IsolateCreationException;

/** Method handles of one loaded library. */
public final class ForeignFunctionLibrary implements FunctionLibrary {
    private static final FunctionDescriptor THREAD_CALL = FunctionDescriptor.of(JAVA_INT, ADDRESS);

    private final SystemLibrary code;
    private final MethodHandle create;
    private final MethodHandle attach;
    private final MethodHandle detach;
    private final MethodHandle tearDown;
    private final MethodHandle invoke;
    private final MethodHandle load;
    private final MethodHandle openContext;
    private final MethodHandle cancel;
    private final MethodHandle trim;

    ForeignFunctionLibrary(SystemLibrary code) {
        this.code = code;
        this.create = code.function("graal_create_isolate", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS,
                ADDRESS));
        this.attach = code.function("graal_attach_thread", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
        this.detach = code.function("graal_detach_thread", THREAD_CALL);
        this.tearDown = code.function("graal_tear_down_isolate", THREAD_CALL);
        this.invoke = code.function("graalvisor_invoke",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS));
        this.load = code.function("graalvisor_load",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS));
        this.openContext = code.function("graalvisor_open_context",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS));
        this.cancel = code.function("graalvisor_cancel", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
        this.trim = code.function("graalvisor_trim", THREAD_CALL);
        code.function("graalvisor_abi_version", THREAD_CALL);
    }

    @Override
    public ForeignIsolate createIsolate(long maxHeapBytes) {
        try (Arena arena = Arena.ofConfined()) {
            List<String> texts = FunctionAbi.arguments(maxHeapBytes);
            MemorySegment arguments = arena.allocate(ADDRESS, texts.size());
            for (int i = 0; i < texts.size(); i++) {
                arguments.setAtIndex(ADDRESS, i, arena.allocateFrom(texts.get(i)));
            }
            MemorySegment parameters = arena.allocate(FunctionAbi.PARAMETERS_BYTES, Long.BYTES);
            parameters.set(JAVA_INT, FunctionAbi.VERSION_OFFSET, FunctionAbi.PARAMETERS_VERSION);
            parameters.set(JAVA_LONG, FunctionAbi.RESERVED_BYTES_OFFSET, FunctionAbi.reservedBytes(maxHeapBytes));
            parameters.set(JAVA_INT, FunctionAbi.ARGUMENT_COUNT_OFFSET, texts.size());
            parameters.set(ADDRESS, FunctionAbi.ARGUMENTS_OFFSET, arguments);
            MemorySegment isolate = arena.allocate(ADDRESS);
            MemorySegment thread = arena.allocate(ADDRESS);
            int status = (int) create.invokeExact(parameters, isolate, thread);
            if (status != 0) {
                throw new IsolateCreationException("graal_create_isolate answered error " + status);
            }
            return new ForeignIsolate(this, isolate.get(ADDRESS, 0), thread.get(ADDRESS, 0));
        } catch (Throwable e) {
            throw Unexpected.rethrow(e);
        }
    }

    MemorySegment attachThread(MemorySegment isolate) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment thread = arena.allocate(ADDRESS);
            int status = (int) attach.invokeExact(isolate, thread);
            if (status != 0) {
                throw new IsolateCreationException("graal_attach_thread answered error " + status);
            }
            return thread.get(ADDRESS, 0);
        } catch (Throwable e) {
            throw Unexpected.rethrow(e);
        }
    }

    void detachThread(MemorySegment thread) {
        call(detach, thread);
    }

    void trim(MemorySegment thread) {
        call(trim, thread);
    }

    void tearDown(MemorySegment thread) {
        call(tearDown, thread);
    }

    InvocationOutcome invoke(MemorySegment thread, int context, byte[] argumentsJson) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment reply = arena.allocate(ADDRESS);
            MemorySegment replyLength = arena.allocate(JAVA_LONG);
            int status = (int) invoke.invokeExact(thread, context, copy(arena, argumentsJson),
                    (long) argumentsJson.length, reply, replyLength);
            return outcome(status, reply, replyLength);
        } catch (Throwable e) {
            throw Unexpected.rethrow(e);
        }
    }

    InvocationOutcome load(MemorySegment thread, byte[] program) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment reply = arena.allocate(ADDRESS);
            MemorySegment replyLength = arena.allocate(JAVA_LONG);
            int status = (int) load.invokeExact(thread, copy(arena, program), (long) program.length, reply,
                    replyLength);
            return outcome(status, reply, replyLength);
        } catch (Throwable e) {
            throw Unexpected.rethrow(e);
        }
    }

    InvocationOutcome openContext(MemorySegment thread, int context) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment reply = arena.allocate(ADDRESS);
            MemorySegment replyLength = arena.allocate(JAVA_LONG);
            int status = (int) openContext.invokeExact(thread, context, reply, replyLength);
            return outcome(status, reply, replyLength);
        } catch (Throwable e) {
            throw Unexpected.rethrow(e);
        }
    }

    void cancelContext(MemorySegment thread, int context) {
        try {
            int status = (int) cancel.invokeExact(thread, context);
            assert status == 0;
        } catch (Throwable e) {
            throw Unexpected.rethrow(e);
        }
    }

    private static MemorySegment copy(Arena arena, byte[] bytes) {
        MemorySegment copy = arena.allocate(Math.max(1, bytes.length));
        MemorySegment.copy(bytes, 0, copy, ValueLayout.JAVA_BYTE, 0, bytes.length);
        return copy;
    }

    private static InvocationOutcome outcome(int status, MemorySegment reply, MemorySegment replyLength)
            throws Throwable {
        MemorySegment text = reply.get(ADDRESS, 0).reinterpret(replyLength.get(JAVA_LONG, 0));
        byte[] bytes = text.toArray(ValueLayout.JAVA_BYTE);
        SystemLibrary.free(text);
        return FunctionAbi.outcome(status, bytes);
    }

    private static void call(MethodHandle function, MemorySegment thread) {
        try {
            int status = (int) function.invokeExact(thread);
            assert status == 0;
        } catch (Throwable e) {
            throw Unexpected.rethrow(e);
        }
    }

    @Override
    public void close() {
        code.close();
    }
}
