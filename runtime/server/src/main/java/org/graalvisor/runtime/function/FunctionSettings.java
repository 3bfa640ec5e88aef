package org.graalvisor.runtime.function;

/**
 * Settings of functions and their isolates.
 *
 * @param idleTtlNanos nanoseconds an idle isolate is kept; the paper keeps it 10 s
 * @param singleFunction whether only one function may be registered, as in Photons
 * @param contextsPerIsolate most contexts of a script function that share an isolate and its code; 1 shares nothing, the
 *            paper's default is 4
 * @param engineOptions options of language engines, lines {@code name=value}
 */
public record FunctionSettings(long idleTtlNanos, boolean singleFunction, int contextsPerIsolate,
        String engineOptions) {}
