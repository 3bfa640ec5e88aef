package org.graalvisor.function;

import java.nio.charset.StandardCharsets;

/** Texts of failures, made so that describing a failure cannot fail. */
final class Messages {
    static final byte[] OVER_BUDGET = utf8("the function needed more memory than its budget allows");
    private static final byte[] INDESCRIBABLE = utf8("the function threw an exception that cannot be described");

    private Messages() {}

    /** Class and message of a throwable, as its {@code toString} gives them, or the message it was made for. */
    static byte[] describe(Throwable thrown) {
        try {
            boolean ready = thrown instanceof FunctionFailure || thrown instanceof RefusedException;
            return utf8(ready ? thrown.getMessage() : thrown.toString());
        } catch (Throwable e) {
            return INDESCRIBABLE;
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
