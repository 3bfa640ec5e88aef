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
    private static final int ABI_VERSION = 3;

    private static final int REPLIED = 0;
    private static final int THREW = 1;
    private static final int OVER_BUDGET = 2;
    private static final int NO_MEMORY_FOR_REPLY = 3;
    private static final int REFUSED = 4;

    /** Collecting less than this is not worth the pages that a collection touches. */
    private static final long TRIMMED_BYTES = 4L << 20;

    private static final byte[] NOTHING = new byte[0];

    private EntryPoints() {}

    @CEntryPoint(name = "graalvisor_abi_version")
    static int abiVersion(IsolateThread thread) {
        return ABI_VERSION;
    }

    @CEntryPoint(name = "graalvisor_load")
    static int load(IsolateThread thread, CCharPointer program, long programLength, CCharPointerPointer reply,
            CLongPointer replyLength) {
        try {
            byte[] bytes = new byte[Math.toIntExact(programLength)];
            CTypeConversion.asByteBuffer(program, bytes.length).get(bytes);
            host().load(bytes);
            return answer(REPLIED, NOTHING, reply, replyLength);
        } catch (Throwable e) {
            return fail(e, reply, replyLength);
        }
    }

    @CEntryPoint(name = "graalvisor_open_context")
    static int openContext(IsolateThread thread, int context, CCharPointerPointer reply, CLongPointer replyLength) {
        try {
            host().open(context);
            return answer(REPLIED, NOTHING, reply, replyLength);
        } catch (Throwable e) {
            return fail(e, reply, replyLength);
        }
    }

    @CEntryPoint(name = "graalvisor_invoke")
    static int invoke(IsolateThread thread, int context, CCharPointer arguments, long argumentsLength,
            CCharPointerPointer reply, CLongPointer replyLength) {
        try {
            String json = CTypeConversion.toJavaString(arguments, WordFactory.unsigned(argumentsLength),
                    StandardCharsets.UTF_8);
            String result = host().invoke(context, json);
            if (result == null) {
                throw new IllegalStateException("the function returned null instead of JSON");
            }
            return answer(REPLIED, encode(result), reply, replyLength);
        } catch (Throwable e) {
            return fail(e, reply, replyLength);
        }
    }

    @CEntryPoint(name = "graalvisor_cancel")
    static int cancel(IsolateThread thread, int context) {
        try {
            host().cancel(context);
            return REPLIED;
        } catch (Throwable e) {
            return THREW;
        }
    }

    @CEntryPoint(name = "graalvisor_trim")
    static int trim(IsolateThread thread) {
        try {
            Runtime heap = Runtime.getRuntime();
            if (heap.totalMemory() - heap.freeMemory() > TRIMMED_BYTES) {
                heap.gc();
                References.process();
            }
            return REPLIED;
        } catch (Throwable e) {
            return THREW;
        }
    }

    private static FunctionHost host() {
        return ImageSingletons.lookup(FunctionHost.class);
    }

    /** {@link String#getBytes} would make question marks of text that is not Unicode. */
    private static byte[] encode(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                int point = text.codePointAt(i);
                if (!Character.isSupplementaryCodePoint(point)) {
                    throw new FunctionFailure("the function's reply is no Unicode text: there is a lone surrogate at "
                            + i);
                }
                i++;
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int fail(Throwable failure, CCharPointerPointer reply, CLongPointer replyLength) {
        if (failure instanceof OutOfMemoryError || failure instanceof OverBudgetException) {
            // No more than constants are used here: there may be no memory left to make a message.
            return answer(OVER_BUDGET, Messages.OVER_BUDGET, reply, replyLength);
        }
        int status = failure instanceof RefusedException ? REFUSED : THREW;
        return answer(status, Messages.describe(failure), reply, replyLength);
    }

    private static int answer(int status, byte[] bytes, CCharPointerPointer reply, CLongPointer replyLength) {
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
