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

    /**
     * A resource that keeps the last part of its path as its name.
     *
     * @param resource on the class path, absolute
     */
    public static SourceFile of(String resource) {
        return new SourceFile(resource, resource.substring(resource.lastIndexOf('/') + 1));
    }

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
