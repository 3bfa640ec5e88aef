package org.graalvisor.harness.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.graalvisor.harness.platform.Artifact;
import org.graalvisor.harness.platform.FunctionCode;
import org.graalvisor.harness.platform.FunctionUnderTest;
import org.graalvisor.harness.platform.SystemUnderTestException;
import org.graalvisor.harness.platform.WorkloadFiles;
import org.graalvisor.harness.probe.IsolateProbe;
import org.graalvisor.harness.probe.ProbedFunction;

/** Makes probes of workloads. A script and its arguments become files of the cell, as what was measured. */
final class ProbeFactory {
    private final CellTools tools;
    private final Duration timeout;

    /**
     * @param timeout longest run of one probe
     */
    ProbeFactory(CellTools tools, Duration timeout) {
        this.tools = tools;
        this.timeout = timeout;
    }

    /**
     * @param workload what runs in the isolates
     * @param folder where its files go
     */
    IsolateProbe probe(String workload, Path folder) {
        Path library = path(WorkloadFiles.sharedObject(tools.rig().artifacts(), workload));
        FunctionUnderTest function = tools.workloads().function(workload);
        List<String> options = switch (function.code()) {
            case FunctionCode.Library code -> List.of();
            case FunctionCode.Script script -> options(function, script, folder);
        };
        return new IsolateProbe(tools.spawner(), path(tools.rig().artifacts().runtimeExecutable()),
                new ProbedFunction(library, options), timeout, tools.rig().cores().server());
    }

    private static List<String> options(FunctionUnderTest function, FunctionCode.Script script, Path folder) {
        List<String> options = new ArrayList<>(List.of("--heap-bytes", Long.toString(function.memoryBytes()),
                "--language", script.language().id(), "--entry", function.entryPoint()));
        options.addAll(List.of("--program", write(folder.resolve("program"), script.source()).toString()));
        options.addAll(List.of("--arguments", "@" + write(folder.resolve("arguments.json"), function.invocation()
                .argumentJson())));
        if (!script.grants().isEmpty()) {
            options.addAll(List.of("--allow", script.grants()));
        }
        return options;
    }

    private static Path write(Path file, byte[] content) {
        try {
            return Files.write(file, content);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file, failure);
        }
    }

    private static Path path(Artifact artifact) {
        return switch (artifact) {
            case Artifact.Built built -> built.path();
            case Artifact.Missing missing -> throw new SystemUnderTestException(missing.reason());
        };
    }
}
