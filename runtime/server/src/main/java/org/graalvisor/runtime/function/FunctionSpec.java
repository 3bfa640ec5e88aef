package org.graalvisor.runtime.function;

import java.util.OptionalLong;

/**
 * What a registration says about a function.
 *
 * @param id the function's name
 * @param entryPoint the function's entry point, as its library was compiled for
 * @param language the language it is written in
 * @param memoryBytes memory budget of one isolate
 * @param cpuMillis thousandths of one processor an invocation may use, empty when unlimited
 */
public record FunctionSpec(String id, String entryPoint, String language, long memoryBytes, OptionalLong cpuMillis) {}
