package org.graalvisor.runtime.function;

import java.util.OptionalLong;

/**
 * What a registration says about a function.
 *
 * @param id the function's name
 * @param entryPoint the function's entry point, as its library was compiled for
 * @param language the language it is written in
 * @param memoryBytes memory budget of one invocation: of one isolate, or of one context of a shared isolate
 * @param cpuMillis thousandths of one processor an invocation may use, empty when unlimited
 * @param grants what a script function may do, as {@link org.graalvisor.program.Grants#parse} reads it
 */
public record FunctionSpec(String id, String entryPoint, String language, long memoryBytes, OptionalLong cpuMillis,
        String grants) {

    /** The language whose functions are compiled ahead of time. */
    public static final String JAVA = "java";

    /** Whether the function is written in a script language. */
    public boolean isScript() {
        return !language.equals(JAVA);
    }
}
