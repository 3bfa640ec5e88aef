package org.graalvisor.harness.oci;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a layer holds.
 *
 * @param comment for people
 * @param files where they lie on this machine, by absolute path in the image; links are followed
 * @param directories permission bits by absolute path in the image, beside those that the files need
 */
public record LayerContent(String comment, Map<String, Path> files, Map<String, Integer> directories) {
    /** Copies the maps. */
    public LayerContent {
        files = Map.copyOf(files);
        directories = Map.copyOf(directories);
    }
}
