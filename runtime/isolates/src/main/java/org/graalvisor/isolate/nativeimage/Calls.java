package org.graalvisor.isolate.nativeimage;

import org.graalvm.nativeimage.c.function.CFunction;
import org.graalvm.nativeimage.c.function.CFunction.Transition;
import org.graalvm.nativeimage.c.function.CFunctionPointer;
import org.graalvm.nativeimage.c.function.InvokeCFunctionPointer;
import org.graalvm.nativeimage.c.type.CCharPointer;
import org.graalvm.nativeimage.c.type.CCharPointerPointer;
import org.graalvm.nativeimage.c.type.CLongPointer;
import org.graalvm.nativeimage.c.type.WordPointer;
import org.graalvm.word.PointerBase;

/** C signatures of what a function library exports, see docs/function-abi.md and graal_isolate.h. */
final class Calls {
    private Calls() {}

    interface CreateIsolate extends CFunctionPointer {
        @InvokeCFunctionPointer
        int call(PointerBase parameters, WordPointer isolate, WordPointer thread);
    }

    interface AttachThread extends CFunctionPointer {
        @InvokeCFunctionPointer
        int call(PointerBase isolate, WordPointer thread);
    }

    /** Detaching a thread, trimming, tearing down, and asking for the ABI version: a thread in, an int out. */
    interface ThreadCall extends CFunctionPointer {
        @InvokeCFunctionPointer
        int call(PointerBase thread);
    }

    interface Load extends CFunctionPointer {
        @InvokeCFunctionPointer
        int call(PointerBase thread, CCharPointer program, long programLength, CCharPointerPointer reply,
                CLongPointer replyLength);
    }

    interface OpenContext extends CFunctionPointer {
        @InvokeCFunctionPointer
        int call(PointerBase thread, int context, CCharPointerPointer reply, CLongPointer replyLength);
    }

    interface Cancel extends CFunctionPointer {
        @InvokeCFunctionPointer
        int call(PointerBase thread, int context);
    }

    interface Invoke extends CFunctionPointer {
        @InvokeCFunctionPointer
        int call(PointerBase thread, int context, CCharPointer arguments, long argumentsLength,
                CCharPointerPointer reply,
                CLongPointer replyLength);
    }

    @CFunction(transition = Transition.NO_TRANSITION)
    static native void free(PointerBase memory);
}
