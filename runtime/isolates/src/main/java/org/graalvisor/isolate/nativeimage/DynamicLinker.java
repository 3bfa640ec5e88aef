package org.graalvisor.isolate.nativeimage;

import org.graalvisor.isolate.UnloadableLibraryException;
import org.graalvm.nativeimage.c.function.CFunction;
import org.graalvm.nativeimage.c.function.CFunction.Transition;
import org.graalvm.nativeimage.c.function.CLibrary;
import org.graalvm.nativeimage.c.type.CCharPointer;
import org.graalvm.nativeimage.c.type.CTypeConversion;
import org.graalvm.nativeimage.c.type.CTypeConversion.CCharPointerHolder;
import org.graalvm.word.PointerBase;
import org.graalvm.word.WordFactory;

/** dlopen(3) and its kin. Handles and addresses travel as long, since word types may not be stored everywhere. */
@CLibrary("dl")
final class DynamicLinker {
    private static final int RTLD_NOW = 2;
    private static final int RTLD_LOCAL = 0;

    private DynamicLinker() {}

    static long open(String path) {
        try (CCharPointerHolder text = CTypeConversion.toCString(path)) {
            PointerBase handle = dlopen(text.get(), RTLD_NOW | RTLD_LOCAL);
            if (handle.isNull()) {
                throw new UnloadableLibraryException("the dynamic linker refuses the code: " + error());
            }
            return handle.rawValue();
        }
    }

    static long symbol(long handle, String name) {
        try (CCharPointerHolder text = CTypeConversion.toCString(name)) {
            PointerBase address = dlsym(WordFactory.pointer(handle), text.get());
            if (address.isNull()) {
                throw new UnloadableLibraryException("the code exports no function '" + name
                        + "'; compile it with 'graalvisor compile-function'");
            }
            return address.rawValue();
        }
    }

    static void close(long handle) {
        dlclose(WordFactory.pointer(handle));
    }

    private static String error() {
        CCharPointer text = dlerror();
        return text.isNull() ? "no reason given" : CTypeConversion.toJavaString(text);
    }

    @CFunction
    private static native PointerBase dlopen(CCharPointer path, int flags);

    @CFunction
    private static native PointerBase dlsym(PointerBase handle, CCharPointer name);

    @CFunction
    private static native int dlclose(PointerBase handle);

    @CFunction(transition = Transition.NO_TRANSITION)
    private static native CCharPointer dlerror();
}
