package org.graalvisor.harness.probe;

import java.nio.file.Path;
import java.util.List;

/**
 * What the probe runs in the isolates it creates.
 *
 * @param code function library, or the library of a script's language
 * @param options further options of {@code probe-isolates} that tell budget, program and arguments
 */
public record ProbedFunction(Path code, List<String> options) {

    /** Copies the list. */
    public ProbedFunction {
        options = List.copyOf(options);
    }
}
