package org.graalvisor.harness.platform;

import java.nio.file.Path;

/** A built file, or the reason why there is none. */
public sealed interface Artifact {

    /**
     * The file exists.
     *
     * @param path absolute path
     */
    record Built(Path path) implements Artifact {}

    /**
     * There is no such file.
     *
     * @param reason what is missing and what to do about it
     */
    record Missing(String reason) implements Artifact {}
}
