package org.graalvisor.toolchain;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Something that turns an {@link ImageRequest} into a native image: a GraalVM, or an assembled builder. */
public interface ImageBuilder {

    /** For people: which builder, which version, where. */
    String description();

    /** Changes whenever the same request might lead to another image. */
    String fingerprint();

    /**
     * The command that builds an image.
     *
     * @param request what to build
     * @param output directory that gets {@link ImageRequest#fileName()}
     * @param work directory for intermediate files
     */
    List<String> command(ImageRequest request, Path output, Path work);

    /** Environment variables the command needs beside its caller's. */
    Map<String, String> environment();
}
