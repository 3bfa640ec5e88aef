package org.graalvisor.toolchain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The C sources beside these classes. */
final class Resources {
    private Resources() {}

    static String text(String name) {
        try (InputStream input = Resources.class.getResourceAsStream("c/" + name)) {
            if (input == null) {
                throw new IllegalStateException("resource c/" + name + " is missing from the native-toolchain jar");
            }
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
