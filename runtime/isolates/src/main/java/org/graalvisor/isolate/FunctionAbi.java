package org.graalvisor.isolate;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The numbers of docs/function-abi.md, shared by the adapters that call function libraries. */
public final class FunctionAbi {
    /** Version of the ABI that this runtime speaks. */
    public static final int VERSION = 3;

    /** Bytes of {@code graal_create_isolate_params_t} as graal_isolate.h declares it. */
    public static final int PARAMETERS_BYTES = 64;
    /** Version of that struct: the first that takes arguments and says what to do about unknown ones. */
    public static final int PARAMETERS_VERSION = 4;
    /** Offset of {@code int version}. */
    public static final int VERSION_OFFSET = 0;
    /** Offset of {@code uword reserved_address_space_size}. */
    public static final int RESERVED_BYTES_OFFSET = 8;
    /** Offset of {@code int _reserved_1}, the number of arguments. */
    public static final int ARGUMENT_COUNT_OFFSET = 32;
    /** Offset of {@code char **_reserved_2}, the arguments. */
    public static final int ARGUMENTS_OFFSET = 40;

    /**
     * Most bytes of young objects. Scripts take a third to a half less memory than without a limit, and are as fast; with 8 MB those
     * that are being compiled are slower.
     */
    private static final long YOUNG_BYTES = 24L << 20;
    private static final int REPLIED = 0;
    private static final int THREW = 1;
    private static final int REFUSED = 4;

    private FunctionAbi() {}

    /**
     * Address space to reserve for an isolate. A copying collection may need twice the heap and chunks are lost to
     * fragmentation; the gibibyte holds the image heap of any function. Native Image's own default of 32 GiB would
     * exhaust a process's 128 TiB after 4,000 isolates.
     *
     * @param maxHeapBytes the isolate's budget
     */
    public static long reservedBytes(long maxHeapBytes) {
        return 4 * maxHeapBytes + (1L << 30);
    }

    /**
     * The arguments of an isolate, after a place for a program's name: they limit its heap, and its young generation, which would
     * be a third of the heap and written to from end to end before the first collection.
     *
     * @param maxHeapBytes the isolate's budget
     */
    public static List<String> arguments(long maxHeapBytes) {
        String heap = "-Xmx" + maxHeapBytes;
        return maxHeapBytes / 3 > YOUNG_BYTES ? List.of("", heap, "-Xmn" + YOUNG_BYTES) : List.of("", heap);
    }

    /**
     * What the result of a call that leaves a reply means.
     *
     * @param status its return value
     * @param reply the bytes it left
     */
    public static InvocationOutcome outcome(int status, byte[] reply) {
        return switch (status) {
            case REPLIED -> new InvocationOutcome.Replied(reply);
            case THREW -> new InvocationOutcome.Threw(new String(reply, StandardCharsets.UTF_8));
            case REFUSED -> new InvocationOutcome.Refused(new String(reply, StandardCharsets.UTF_8));
            default -> new InvocationOutcome.OverBudget(new String(reply, StandardCharsets.UTF_8));
        };
    }
}
