package org.graalvisor.harness.build;

import java.util.List;
import org.graalvisor.toolchain.FunctionEntry;

/**
 * A Java function of this project that is compiled ahead of time.
 *
 * @param name of the workload and of its library
 * @param entry its static method
 * @param options further {@code native-image} options
 */
record FunctionSource(String name, FunctionEntry entry, List<String> options) {
    private static final String PACKAGE = "org.graalvisor.workloads.java.";

    /** All of them, the cheapest to build first. */
    static final List<FunctionSource> ALL = List.of(
            new FunctionSource("helloworld", new FunctionEntry(PACKAGE + "HelloWorld", "main"), List.of()),
            new FunctionSource("filehashing", new FunctionEntry(PACKAGE + "FileHashing", "main"),
                    List.of("--enable-url-protocols=http")),
            new FunctionSource("allocate-and-run", new FunctionEntry(PACKAGE + "AllocateAndRun", "main"), List.of()));
}
