package org.graalvisor.runtime.service;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.Optional;
import org.graalvisor.runtime.error.ErrorKind;
import org.graalvisor.runtime.error.RequestException;

/** Checks that a body is exactly one JSON value in UTF-8. */
final class JsonValidator {
    private static final byte[] EMPTY_OBJECT = {'{', '}'};
    /** Bytes the parser looks at to tell UTF-8 from UTF-16 and UTF-32, of which only the first is JSON between systems (RFC 8259). */
    private static final int DETECTED_BYTES = 4;

    private final JsonFactory factory;

    JsonValidator() {
        // The body limit bounds everything but the nesting, which costs the functions stack.
        StreamReadConstraints constraints = StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE)
                .maxNumberLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE).build();
        // Without canonical names the parser would decode through a reader, which lets broken UTF-8 pass.
        factory = JsonFactory.builder().streamReadConstraints(constraints).disable(
                JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
    }

    /**
     * @throws RequestException 400 saying where the body stops being JSON
     */
    void check(byte[] body) {
        problem(body).ifPresent(reason -> {
            throw new RequestException(ErrorKind.BAD_REQUEST, "Field body: not JSON: " + reason);
        });
    }

    /** Where and why a text is not JSON; empty when it is. */
    Optional<String> problem(byte[] body) {
        if (body.length == EMPTY_OBJECT.length && body[0] == '{' && body[1] == '}') {
            return Optional.empty();
        }
        for (int i = 0; i < Math.min(DETECTED_BYTES, body.length); i++) {
            int letter = body[i] & 0xff;
            boolean startsByteOrderMark = i == 0 && letter == 0xef;
            if (letter == 0 || letter >= 0xfe || startsByteOrderMark) {
                return Optional.of("it must be UTF-8 without a byte order mark");
            }
        }
        try (JsonParser parser = factory.createParser(body)) {
            if (parser.nextToken() == null) {
                return Optional.of("it is empty");
            }
            parser.skipChildren();
            parser.finishToken();
            if (parser.nextToken() != null) {
                return Optional.of("more follows the first value, at byte " + parser.currentTokenLocation()
                        .getByteOffset());
            }
        } catch (JacksonException e) {
            return Optional.of(e.getOriginalMessage() + " at byte " + (e.getLocation() == null
                    ? -1
                    : e.getLocation().getByteOffset()));
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }
}
