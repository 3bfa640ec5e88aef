package org.graalvisor.isolate.nativeimage;

import org.graalvisor.isolate.FunctionAbi;
import org.graalvisor.isolate.FunctionIsolate;
import org.graalvisor.isolate.FunctionLibrary;
import org.graalvisor.isolate.IsolateCreationException;
import org.graalvm.nativeimage.StackValue;
import org.graalvm.nativeimage.c.type.CTypeConversion;
import org.graalvm.nativeimage.c.type.CTypeConversion.CCharPointerPointerHolder;
import org.graalvm.nativeimage.c.type.WordPointer;
import org.graalvm.word.Pointer;
import org.graalvm.word.WordFactory;

/** Addresses of one loaded library. */
final class NativeFunctionLibrary implements FunctionLibrary {
    private final long handle;
    private final long create;
    private final long attach;
    private final long detach;
    private final long tearDown;
    private final long invoke;
    private final long load;
    private final long openContext;
    private final long cancel;
    private final long trim;

    NativeFunctionLibrary(long handle) {
        this.handle = handle;
        this.create = DynamicLinker.symbol(handle, "graal_create_isolate");
        this.attach = DynamicLinker.symbol(handle, "graal_attach_thread");
        this.detach = DynamicLinker.symbol(handle, "graal_detach_thread");
        this.tearDown = DynamicLinker.symbol(handle, "graal_tear_down_isolate");
        this.invoke = DynamicLinker.symbol(handle, "graalvisor_invoke");
        this.load = DynamicLinker.symbol(handle, "graalvisor_load");
        this.openContext = DynamicLinker.symbol(handle, "graalvisor_open_context");
        this.cancel = DynamicLinker.symbol(handle, "graalvisor_cancel");
        this.trim = DynamicLinker.symbol(handle, "graalvisor_trim");
        DynamicLinker.symbol(handle, "graalvisor_abi_version");
    }

    @Override
    public FunctionIsolate createIsolate(long maxHeapBytes) {
        WordPointer isolate = StackValue.get(WordPointer.class);
        WordPointer thread = StackValue.get(WordPointer.class);
        Pointer parameters = StackValue.get(FunctionAbi.PARAMETERS_BYTES);
        String[] texts = FunctionAbi.arguments(maxHeapBytes).toArray(String[]::new);
        UnmanagedBytes.clear(parameters, FunctionAbi.PARAMETERS_BYTES);
        try (CCharPointerPointerHolder arguments = CTypeConversion.toCStrings(texts)) {
            parameters.writeInt(FunctionAbi.VERSION_OFFSET, FunctionAbi.PARAMETERS_VERSION);
            parameters.writeLong(FunctionAbi.RESERVED_BYTES_OFFSET, FunctionAbi.reservedBytes(maxHeapBytes));
            parameters.writeInt(FunctionAbi.ARGUMENT_COUNT_OFFSET, texts.length);
            parameters.writeWord(FunctionAbi.ARGUMENTS_OFFSET, arguments.get());
            Calls.CreateIsolate function = WordFactory.pointer(create);
            int status = function.call(parameters, isolate, thread);
            if (status != 0) {
                throw new IsolateCreationException("graal_create_isolate answered error " + status);
            }
        }
        return new NativeIsolate(this, isolate.read().rawValue(), thread.read().rawValue());
    }

    long attachThread(long isolate) {
        WordPointer thread = StackValue.get(WordPointer.class);
        Calls.AttachThread function = WordFactory.pointer(attach);
        int status = function.call(WordFactory.pointer(isolate), thread);
        if (status != 0) {
            throw new IsolateCreationException("graal_attach_thread answered error " + status);
        }
        return thread.read().rawValue();
    }

    void detachThread(long thread) {
        Calls.ThreadCall function = WordFactory.pointer(detach);
        function.call(WordFactory.pointer(thread));
    }

    void tearDown(long thread) {
        Calls.ThreadCall function = WordFactory.pointer(tearDown);
        function.call(WordFactory.pointer(thread));
    }

    void trim(long thread) {
        Calls.ThreadCall function = WordFactory.pointer(trim);
        function.call(WordFactory.pointer(thread));
    }

    Calls.Invoke invoke() {
        return WordFactory.pointer(invoke);
    }

    Calls.Load load() {
        return WordFactory.pointer(load);
    }

    Calls.OpenContext openContext() {
        return WordFactory.pointer(openContext);
    }

    Calls.Cancel cancel() {
        return WordFactory.pointer(cancel);
    }

    @Override
    public void close() {
        DynamicLinker.close(handle);
    }
}
