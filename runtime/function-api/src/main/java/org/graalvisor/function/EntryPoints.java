package org.graalvisor.function;

import java.nio.charset.StandardCharsets;
import org.graalvm.nativeimage.ImageSingletons;
import org.graalvm.nativeimage.IsolateThread;
import org.graalvm.nativeimage.c.function.CEntryPoint;
import org.graalvm.nativeimage.c.function.CFunction;
import org.graalvm.nativeimage.c.function.CFunction.Transition;
import org.graalvm.nativeimage.c.type.CCharPointer;
import org.graalvm.nativeimage.c.type.CCharPointerPointer;
import org.graalvm.nativeimage.c.type.CLongPointer;
import org.graalvm.nativeimage.c.type.CTypeConversion;
import org.graalvm.word.UnsignedWord;
import org.graalvm.word.WordFactory;

/** What a function library exports beside the isolate functions of Native Image; specified in docs/function-abi.md. */
final class EntryPoints {
    /** Version of docs/function-abi.md that this library implements. */
    private static final int ABI_VERSION = 1;

    private static final int REPLIED = 0;
    private static final int THREW = 1;
    private static final int OVER_BUDGET = 2;
    private static final int NO_MEMORY_FOR_REPLY = 3;

    private EntryPoints() {}

    @CEntryPoint(name = "graalvisor_abi_version")
    static int abiVersion(IsolateThread thread) {
        return ABI_VERSION;
    }

    @CEntryPoint(name = "graalvisor_invoke")
    static int invoke(IsolateThread thread, CCharPointer arguments, long argumentsLength, CCharPointerPointer reply,
            CLongPointer replyLength) {
        int status;
        byte[] bytes;
        try {
            String json = CTypeConversion.toJavaString(arguments, WordFactory.unsigned(argumentsLength),
                    StandardCharsets.UTF_8);
            String result = ImageSingletons.lookup(JsonFunction.class).call(json);
            if (result == null) {
                throw new IllegalStateException("the function returned null instead of JSON");
            }
            bytes = result.getBytes(StandardCharsets.UTF_8);
            status = REPLIED;
        } catch (OutOfMemoryError e) {
            // No more than constants are used here: there may be no memory left to make a message.
            bytes = Messages.OVER_BUDGET;
            status = OVER_BUDGET;
        } catch (Throwable e) {
            bytes = Messages.describe(e);
            status = THREW;
        }
        References.process();
        CCharPointer copy = malloc(WordFactory.unsigned(Math.max(bytes.length, 1)));
        if (copy.isNull()) {
            return NO_MEMORY_FOR_REPLY;
        }
        CTypeConversion.asByteBuffer(copy, bytes.length).put(bytes);
        reply.write(copy);
        replyLength.write(bytes.length);
        return status;
    }

    /** The caller owns the reply and frees it with free(3), so it must come from malloc(3) itself. */
    @CFunction(transition = Transition.NO_TRANSITION)
    private static native CCharPointer malloc(UnsignedWord size);
}
