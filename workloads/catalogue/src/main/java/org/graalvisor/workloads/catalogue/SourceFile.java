package org.graalvisor.workloads.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * One source of a script function.
 *
 * @param resource on the class path, absolute
 * @param name in the function's archive
 */
public record SourceFile(String resource, String name) {

    /** The source itself. */
    public byte[] content() {
        try (InputStream stream = SourceFile.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the class path has no " + resource);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
