package org.graalvisor.harness.build;

import com.fasterxml.jackson.core.JsonFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.graalvisor.toolchain.FunctionEntry;
import org.graalvisor.workloads.catalogue.Catalogue;
import org.graalvisor.workloads.catalogue.code.FunctionJar;
import org.graalvisor.workloads.catalogue.code.JarPart;
import org.graalvisor.workloads.catalogue.code.JavaCode;
import org.graalvisor.workloads.java.AllocateAndRun;

/**
 * A Java function that is compiled ahead of time.
 *
 * @param name of the workload and of its library
 * @param code its class, what that needs, and image options
 */
record FunctionSource(String name, JavaCode code) {
    /** Of traces, not of Table 1. */
    private static final FunctionSource ALLOCATE_AND_RUN = new FunctionSource("allocate-and-run", JavaCode.of(
            AllocateAndRun.class, JarPart.classes(AllocateAndRun.class, "JsonArguments"), JarPart.packages(
                    JsonFactory.class, "com.fasterxml.jackson.core")));

    /** All of them, the cheapest to build first. */
    static final List<FunctionSource> ALL = Stream.concat(Catalogue.all().stream().flatMap(workload -> workload
            .javaCode().filter(code -> code.notInIsolates().isEmpty()).map(code -> new FunctionSource(workload.name(),
                    code)).stream()), Stream.of(ALLOCATE_AND_RUN)).toList();

    FunctionEntry entry() {
        return new FunctionEntry(code.className(), JavaCode.METHOD);
    }

    /** One jar with nothing but the function, so that its image does not change with others. */
    List<Path> classPath(Path directory) {
        return List.of(FunctionJar.writeForImage(code, directory));
    }
}
