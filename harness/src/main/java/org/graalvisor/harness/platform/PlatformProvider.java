package org.graalvisor.harness.platform;

import java.util.List;

/** Adds platforms from a jar on the class path, found by {@link java.util.ServiceLoader}; see docs/adding-a-platform.md. */
@FunctionalInterface
public interface PlatformProvider {

    /**
     * The platforms, with names that no other platform has.
     *
     * @param tools to make them with
     */
    List<Platform> platforms(PlatformTools tools);
}
