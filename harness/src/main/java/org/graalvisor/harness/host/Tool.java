package org.graalvisor.harness.host;

import org.graalvisor.harness.platform.Availability;

/**
 * Something experiments may need.
 *
 * @param name name for people
 * @param availability whether it is here
 */
public record Tool(String name, Availability availability) {}
