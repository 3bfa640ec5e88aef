package org.graalvisor.runtime.probe;

import java.nio.file.Path;
import java.util.Optional;
import org.graalvisor.program.ScriptProgram;

/**
 * What {@code probe-isolates} is to measure.
 *
 * @param code the function library, or the library of the script's language
 * @param maxHeapBytes budget of each isolate; of each context when contexts share one
 * @param program the script function; empty when the library is a Java function's
 * @param arguments UTF-8 encoded JSON of every call
 * @param plan what is created, in which order
 */
record ProbeOptions(Path code, long maxHeapBytes, Optional<ScriptProgram> program, byte[] arguments, Plan plan) {

    /** What is created, in which order. */
    sealed interface Plan {}

    /**
     * Isolates that are kept alive together, each called once.
     *
     * @param isolates 0 or more
     */
    record Count(int isolates) implements Plan {}

    /**
     * Contexts that are added one by one, each called several times before the next comes.
     *
     * @param contexts 1 or more
     * @param requests successive calls of each, 1 or more
     * @param sharing whether they are contexts of one isolate, or an isolate each
     */
    record ScaleContexts(int contexts, int requests, boolean sharing) implements Plan {}
}
