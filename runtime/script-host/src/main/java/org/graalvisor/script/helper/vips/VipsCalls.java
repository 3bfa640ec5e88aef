package org.graalvisor.script.helper.vips;

import org.graalvm.nativeimage.c.function.CFunction;
import org.graalvm.nativeimage.c.function.CFunction.Transition;
import org.graalvm.nativeimage.c.function.CFunctionPointer;
import org.graalvm.nativeimage.c.function.CLibrary;
import org.graalvm.nativeimage.c.function.InvokeCFunctionPointer;
import org.graalvm.nativeimage.c.type.CCharPointer;
import org.graalvm.nativeimage.c.type.CLongPointer;
import org.graalvm.nativeimage.c.type.WordPointer;
import org.graalvm.word.PointerBase;

/**
 * C signatures of the dynamic linker and of libvips. Its variadic functions are declared with the arguments they are given here; on
 * x86-64 and AArch64 Linux integers and pointers travel as in a function that is not variadic.
 */
@CLibrary("dl")
final class VipsCalls {
    static final int RTLD_NOW = 2;

    private VipsCalls() {}

    /** vips_init, vips_concurrency_set, vips_cache_set_max, g_object_unref, g_free: one word in. */
    interface OneWord extends CFunctionPointer {
        @InvokeCFunctionPointer
        int call(PointerBase argument);
    }

    interface ErrorBuffer extends CFunctionPointer {
        @InvokeCFunctionPointer
        CCharPointer call();
    }

    interface ErrorClear extends CFunctionPointer {
        @InvokeCFunctionPointer
        void call();
    }

    interface Thumbnail extends CFunctionPointer {
        @InvokeCFunctionPointer
        int call(PointerBase image, long length, WordPointer made, int width, CCharPointer heightName, int height,
                PointerBase end);
    }

    interface Save extends CFunctionPointer {
        @InvokeCFunctionPointer
        int call(PointerBase pixels, CCharPointer suffix, WordPointer buffer, CLongPointer length, PointerBase end);
    }

    @CFunction
    static native PointerBase dlopen(CCharPointer path, int flags);

    @CFunction
    static native PointerBase dlsym(PointerBase handle, CCharPointer name);

    @CFunction(transition = Transition.NO_TRANSITION)
    static native CCharPointer dlerror();

    @CFunction
    static native void flockfile(PointerBase stream);

    @CFunction
    static native void funlockfile(PointerBase stream);
}
