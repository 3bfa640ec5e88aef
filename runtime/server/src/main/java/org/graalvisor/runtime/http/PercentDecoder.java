package org.graalvisor.runtime.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.graalvisor.runtime.error.ErrorKind;
import org.graalvisor.runtime.error.RequestException;

/** Decodes application/x-www-form-urlencoded text: percent escapes are UTF-8, '+' is a space. */
final class PercentDecoder {
    private PercentDecoder() {}

    /**
     * @param text encoded ASCII
     * @param field whose value this is, for the error
     * @throws RequestException 400 when an escape is broken or the bytes are no UTF-8
     */
    static String decode(String text, String field) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        byte[] bytes = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '%') {
                boolean complete = i + 2 < text.length();
                int high = complete ? Character.digit(text.charAt(i + 1), 16) : -1;
                int low = complete ? Character.digit(text.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    throw new RequestException(ErrorKind.BAD_REQUEST,
                            "Field " + field + ": '%' at offset " + i
                                    + " must be followed by two hexadecimal digits, got: " + text);
                }
                bytes[length++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                bytes[length++] = (byte) (letter == '+' ? ' ' : letter);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
        } catch (CharacterCodingException e) {
            throw new RequestException(ErrorKind.BAD_REQUEST, "Field " + field
                    + ": the percent-encoded bytes are no UTF-8, got: " + text);
        }
    }
}
