package org.graalvisor.baselines.photons.http;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Checks that a body is exactly one JSON value in UTF-8. */
final class JsonCheck {
    private JsonCheck() {}

    /**
     * @return the body as text
     */
    static String check(byte[] body) throws RequestFailure {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            if (text.equals("{}")) {
                return text;
            }
            JsonReader reader = new JsonReader(new StringReader(text));
            reader.setStrictness(Strictness.STRICT);
            reader.skipValue();
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw bad("more follows the first value");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw bad("it must be UTF-8");
        } catch (IOException | IllegalStateException e) {
            throw bad(String.valueOf(e.getMessage()));
        }
    }

    private static RequestFailure bad(String reason) {
        return new RequestFailure(FailureKind.BAD_REQUEST, "Field body: not JSON: " + reason);
    }
}
