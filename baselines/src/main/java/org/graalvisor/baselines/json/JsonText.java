package org.graalvisor.baselines.json;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Turns JSON text into bytes without losing a character. */
public final class JsonText {
    private JsonText() {}

    /**
     * Encodes JSON as UTF-8. Surrogates without their other half have no UTF-8 form; they can only be inside strings,
     * where they are written as escapes.
     */
    public static byte[] utf8(String json) {
        try {
            var encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(json));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            return escapeLoneSurrogates(json).getBytes(StandardCharsets.UTF_8);
        }
    }

    private static String escapeLoneSurrogates(String json) {
        StringBuilder escaped = new StringBuilder(json.length() + 16);
        json.codePoints().forEach(character -> {
            if (Character.isBmpCodePoint(character) && Character.isSurrogate((char) character)) {
                escaped.append("\\u").append(Integer.toHexString(character));
            } else {
                escaped.appendCodePoint(character);
            }
        });
        return escaped.toString();
    }
}
