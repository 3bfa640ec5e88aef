package org.graalvisor.harness.platform;

import org.graalvisor.program.ScriptLanguage;

/** How the code of a function gets to a platform. */
public sealed interface FunctionCode {

    /** As a shared library compiled ahead of time, which {@link Artifacts#functionLibrary} has under the workload's name. */
    record Library() implements FunctionCode {}

    /**
     * As source.
     *
     * @param language it is written in
     * @param source UTF-8 encoded, or a zip archive with a main file
     * @param grants what it may do beside computing, in the form a registration takes
     */
    record Script(ScriptLanguage language, byte[] source, String grants) implements FunctionCode {}
}
