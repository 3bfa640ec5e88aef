package org.graalvisor.runtime.http;

import java.nio.charset.StandardCharsets;
import org.graalvisor.runtime.error.ErrorKind;
import org.graalvisor.runtime.error.RequestException;

/** The body of every error: {@code {"error":"<kind>","message":"…"}}. */
public final class ErrorReply {
    private static final String RETRY_AFTER_ONE_SECOND = "Retry-After: 1\r\n";

    private ErrorReply() {}

    /** The reply for a failed request. */
    public static Reply of(RequestException failure) {
        return of(failure.kind(), failure.getMessage(), failure.extraHeaders());
    }

    /** The reply for one kind of failure. */
    public static Reply of(ErrorKind kind, String message) {
        return of(kind, message, "");
    }

    private static Reply of(ErrorKind kind, String message, String extraHeaders) {
        StringBuilder json = new StringBuilder(64 + message.length());
        json.append("{\"error\":\"").append(kind.label()).append("\",\"message\":\"");
        escape(message, json);
        json.append("\"}");
        String headers = kind == ErrorKind.NO_CAPACITY ? extraHeaders + RETRY_AFTER_ONE_SECOND : extraHeaders;
        return new Reply(kind.status(), "application/json", headers, json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void escape(String text, StringBuilder json) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (letter < ' ' || isUnpaired(text, i)) {
                        json.append("\\u");
                        for (int shift = 12; shift >= 0; shift -= 4) {
                            json.append(Character.forDigit(letter >> shift & 0xf, 16));
                        }
                    } else {
                        json.append(letter);
                    }
                }
            }
        }
    }

    /** A lone surrogate has no UTF-8 form; JSON can still carry it as an escape. */
    private static boolean isUnpaired(String text, int index) {
        char letter = text.charAt(index);
        if (Character.isHighSurrogate(letter)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(letter) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}
