package org.graalvisor.harness.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.graalvisor.harness.jmh.HelloLibrary;
import org.graalvisor.harness.jmh.IsolateBenchmark;
import org.graalvisor.harness.jmh.ScriptBenchmark;
import org.graalvisor.harness.jmh.ScriptLibrary;
import org.graalvisor.harness.jmh.TraceBenchmark;
import org.graalvisor.harness.platform.FunctionCode;
import org.graalvisor.harness.platform.FunctionUnderTest;
import org.graalvisor.program.ScriptProgram;

/**
 * A class of benchmarks and what they need to know.
 *
 * @param type holds the benchmarks
 * @param options of the forked virtual machine
 */
record JmhTarget(Class<?> type, String options) {

    /** Of one thread and little garbage, as the launcher starts the trace tools. */
    static JmhTarget ofTraceTools() {
        return new JmhTarget(TraceBenchmark.class, "-XX:+UseSerialGC -Xmx2g");
    }

    /**
     * @param function what runs in the isolates
     * @param library its library
     * @param folder where files for the fork go
     */
    static JmhTarget of(FunctionUnderTest function, Path library, Path folder) {
        String common = "-D" + HelloLibrary.PROPERTY + "=" + library;
        return switch (function.code()) {
            case FunctionCode.Library code -> new JmhTarget(IsolateBenchmark.class, common);
            case FunctionCode.Script script -> new JmhTarget(ScriptBenchmark.class, common + " -D"
                    + ScriptLibrary.PROGRAM_PROPERTY + "=" + write(folder.resolve("program"), program(function, script))
                    + " -D" + ScriptLibrary.ARGUMENTS_PROPERTY + "=" + write(folder.resolve("arguments.json"), function
                            .invocation().argumentJson())
                    + " -D" + ScriptLibrary.HEAP_PROPERTY + "=" + function.memoryBytes());
        };
    }

    private static byte[] program(FunctionUnderTest function, FunctionCode.Script script) {
        return new ScriptProgram(script.language(), function.workload(), function.entryPoint(), script.grants(),
                ScriptLibrary.CONTEXTS, "", script.source()).encode();
    }

    private static Path write(Path file, byte[] content) {
        try {
            return Files.write(file.toAbsolutePath(), content);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file, failure);
        }
    }
}
