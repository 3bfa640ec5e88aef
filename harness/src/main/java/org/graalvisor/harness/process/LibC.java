package org.graalvisor.harness.process;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/** Binds functions of the C library of this process. */
public final class LibC {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup SYMBOLS = LINKER.defaultLookup();

    private LibC() {}

    /**
     * Binds one function.
     *
     * @param name symbol name
     * @param result layout of the result
     * @param parameters layouts of the parameters
     * @throws UnsupportedOperationException when this C library lacks the function
     */
    public static MethodHandle bind(String name, MemoryLayout result, MemoryLayout... parameters) {
        return LINKER.downcallHandle(
                SYMBOLS.find(name).orElseThrow(() -> new UnsupportedOperationException(
                        "the C library has no function " + name + "; glibc 2.34 or newer is needed")),
                FunctionDescriptor.of(result, parameters));
    }

    /** A native call threw, which C functions cannot do: a broken binding. */
    static IllegalStateException brokenBinding(String name, Throwable cause) {
        return new IllegalStateException("calling the C function " + name + " failed", cause);
    }
}
