package org.graalvisor.harness.platform;

import java.util.List;
import java.util.Map;

/**
 * How to start one HTTP server.
 *
 * @param command executable and arguments
 * @param environment additional environment
 */
public record ServerCommand(List<String> command, Map<String, String> environment) {}
