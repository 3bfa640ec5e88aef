package org.graalvisor.harness.platform;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Tells correct replies from wrong ones. Runs outside the measured time, but on every reply: keep it cheap. */
@FunctionalInterface
public interface ReplyCheck {

    /** Tells whether a body is correct. */
    boolean accepts(byte[] body);

    /** Accepts everything. */
    static ReplyCheck any() {
        return body -> true;
    }

    /**
     * Accepts JSON objects that hold a text.
     *
     * @param text what a correct reply contains
     */
    static ReplyCheck objectContaining(String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        return body -> body.length >= 2 && body[0] == '{' && contains(body, wanted);
    }

    private static boolean contains(byte[] body, byte[] wanted) {
        for (int start = 0; start + wanted.length <= body.length; start++) {
            if (Arrays.equals(body, start, start + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
