package org.graalvisor.runtime.function;

/**
 * Settings of functions and their isolates.
 *
 * @param idleTtlNanos nanoseconds an idle isolate is kept; the paper keeps it 10 s
 * @param singleFunction whether only one function may be registered, as in Photons
 */
public record FunctionSettings(long idleTtlNanos, boolean singleFunction) {}
