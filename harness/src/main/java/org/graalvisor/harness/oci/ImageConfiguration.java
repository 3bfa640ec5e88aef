package org.graalvisor.harness.oci;

import java.util.List;
import java.util.Map;

/**
 * How a container of the image is started.
 *
 * @param name of the image, as {@code name:tag}
 * @param architecture as Go calls it, such as amd64
 * @param entryPoint program and arguments
 * @param environment variables
 * @param port the one it listens at by default
 */
public record ImageConfiguration(String name, String architecture, List<String> entryPoint,
        Map<String, String> environment, int port) {
    /** Copies the collections. */
    public ImageConfiguration {
        entryPoint = List.copyOf(entryPoint);
        environment = Map.copyOf(environment);
    }

    /** This machine's architecture in Go's words. */
    public static String ofThisMachine() {
        String java = System.getProperty("os.arch");
        return java.equals("aarch64") ? "arm64" : java;
    }
}
