package org.graalvisor.runtime.openwhisk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The wrappers' sources, which are resources of this package. */
final class WrapperText {
    private WrapperText() {}

    static String of(String resource) {
        try (InputStream stream = WrapperText.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of this program can be read: " + resource, e);
        }
    }

    /** A source that fits into one line, so that the lines of what follows keep their numbers. Its comments end themselves. */
    static String oneLine(String resource) {
        return of(resource).replaceAll("\\R\\s*", " ");
    }
}
