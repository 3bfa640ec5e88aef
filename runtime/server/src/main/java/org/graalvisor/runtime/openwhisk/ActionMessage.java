package org.graalvisor.runtime.openwhisk;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;

/**
 * What is said to the wrapper around an action: a letter, variables {@code NAME=text} parted by NUL, two NUL, a text. The letters
 * are {@value #INIT} (variables of the init; the text is the entry point; for Java only, where there is no source to carry them),
 * {@value #RUN} (variables of the activation; the text is the arguments' JSON) and {@value #CONTINUE} (go on waiting).
 */
final class ActionMessage {
    static final char INIT = 'I';
    static final char RUN = 'R';
    static final char CONTINUE = 'C';
    private static final byte[] CONTINUATION = {CONTINUE, 0, 0};

    private ActionMessage() {}

    static byte[] init(Map<String, String> environment, String main) {
        return of(INIT, environment, main.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] run(RunRequest request) {
        return of(RUN, request.environment(), request.value());
    }

    static byte[] continuation() {
        return CONTINUATION.clone();
    }

    private static byte[] of(char kind, Map<String, String> environment, byte[] text) {
        StringBuilder head = new StringBuilder(256).append(kind);
        Iterator<Map.Entry<String, String>> entries = environment.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<String, String> entry = entries.next();
            head.append(clean(entry.getKey())).append('=').append(clean(entry.getValue())).append(entries.hasNext()
                    ? "\0"
                    : "");
        }
        byte[] bytes = head.append("\0\0").toString().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream message = new ByteArrayOutputStream(bytes.length + text.length);
        message.writeBytes(bytes);
        message.writeBytes(text);
        return message.toByteArray();
    }

    /** No environment holds a NUL. */
    private static String clean(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }
}
