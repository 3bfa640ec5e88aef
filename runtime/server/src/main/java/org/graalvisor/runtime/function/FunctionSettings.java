package org.graalvisor.runtime.function;

/**
 * Settings of functions and their isolates.
 *
 * @param idleTtlNanos nanoseconds an idle isolate is kept; the paper keeps it 10 s
 * @param trimAfterNanos nanoseconds after which the garbage of an idle isolate is given back; {@link Long#MAX_VALUE}: never
 * @param singleFunction whether only one function may be registered, as in Photons
 * @param contextsPerIsolate most contexts of a script function that share an isolate and its code; 1 shares nothing, the
 *            paper's default is 4
 * @param engineOptions options of language engines, lines {@code name=value}
 * @param turns most invocations of a function that run at once when they compute: the number of processors, or
 *            {@link Integer#MAX_VALUE} to let all run at once
 */
public record FunctionSettings(long idleTtlNanos, long trimAfterNanos, boolean singleFunction, int contextsPerIsolate,
        String engineOptions, int turns) {}
