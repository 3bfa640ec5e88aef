package org.graalvisor.harness.build;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Finds the class path entry a class of this process was loaded from. */
final class JarOf {
    private JarOf() {}

    static Path type(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path entry of " + type + " has no usable location", e);
        }
    }
}
