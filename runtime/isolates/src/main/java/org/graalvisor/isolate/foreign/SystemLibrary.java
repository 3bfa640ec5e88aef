package org.graalvisor.isolate.foreign;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import org.graalvisor.isolate.UnloadableLibraryException;

/** A library loaded by dlopen(3), which unlike the JVM's own loading can be undone at any time. */
final class SystemLibrary implements AutoCloseable {
    private static final int RTLD_NOW = 2;
    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle DLOPEN = system("dlopen", FunctionDescriptor.of(ValueLayout.ADDRESS,
            ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
    private static final MethodHandle DLSYM = system("dlsym", FunctionDescriptor.of(ValueLayout.ADDRESS,
            ValueLayout.ADDRESS, ValueLayout.ADDRESS));
    private static final MethodHandle DLCLOSE = system("dlclose", FunctionDescriptor.of(ValueLayout.JAVA_INT,
            ValueLayout.ADDRESS));
    private static final MethodHandle DLERROR = system("dlerror", FunctionDescriptor.of(ValueLayout.ADDRESS));
    private static final MethodHandle FREE = system("free", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));

    private final MemorySegment handle;

    private SystemLibrary(MemorySegment handle) {
        this.handle = handle;
    }

    static SystemLibrary open(Path path) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment handle = (MemorySegment) DLOPEN.invokeExact(arena.allocateFrom(path.toString()), RTLD_NOW);
            if (handle.address() == 0) {
                throw new UnloadableLibraryException("the dynamic linker refuses the code: " + error());
            }
            return new SystemLibrary(handle);
        } catch (Throwable e) {
            throw Unexpected.rethrow(e);
        }
    }

    MethodHandle function(String name, FunctionDescriptor type) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment address = (MemorySegment) DLSYM.invokeExact(handle, arena.allocateFrom(name));
            if (address.address() == 0) {
                throw new UnloadableLibraryException("the code exports no function '" + name
                        + "'; compile it with 'graalvisor compile-function'");
            }
            return LINKER.downcallHandle(address, type);
        } catch (Throwable e) {
            throw Unexpected.rethrow(e);
        }
    }

    static void free(MemorySegment memory) throws Throwable {
        FREE.invokeExact(memory);
    }

    @Override
    public void close() {
        try {
            int ignored = (int) DLCLOSE.invokeExact(handle);
            assert ignored == 0;
        } catch (Throwable e) {
            throw Unexpected.rethrow(e);
        }
    }

    private static String error() throws Throwable {
        MemorySegment text = (MemorySegment) DLERROR.invokeExact();
        return text.address() == 0 ? "no reason given" : text.reinterpret(Integer.MAX_VALUE).getString(0);
    }

    private static MethodHandle system(String name, FunctionDescriptor type) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type);
    }
}
