package org.graalvisor.harness.build;

import java.nio.file.Path;

/**
 * Where an image is or would be.
 *
 * @param file in the cache
 * @param isBuilt whether it is there
 */
record PlannedImage(Path file, boolean isBuilt) {}
