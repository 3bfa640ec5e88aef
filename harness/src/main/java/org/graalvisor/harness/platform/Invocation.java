package org.graalvisor.harness.platform;

/**
 * One call of a function.
 *
 * @param functionId name it was registered under
 * @param argumentJson UTF-8 encoded JSON
 */
public record Invocation(String functionId, byte[] argumentJson) {}
