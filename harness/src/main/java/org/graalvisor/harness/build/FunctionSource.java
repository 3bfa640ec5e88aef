package org.graalvisor.harness.build;

import java.nio.file.Path;
import java.util.List;
import org.graalvisor.toolchain.FunctionEntry;
import org.graalvisor.workloads.catalogue.JavaCodes;
import org.graalvisor.workloads.catalogue.code.FunctionJar;
import org.graalvisor.workloads.catalogue.code.JavaCode;

/**
 * A Java function that is compiled ahead of time.
 *
 * @param name of the workload and of its library
 * @param code its class, what that needs, and image options
 */
record FunctionSource(String name, JavaCode code) {
    /** All of them, the cheapest to build first. */
    static final List<FunctionSource> ALL = JavaCodes.all().entrySet().stream().filter(named -> named.getValue()
            .notInIsolates().isEmpty()).map(named -> new FunctionSource(named.getKey(), named.getValue())).toList();

    FunctionEntry entry() {
        return new FunctionEntry(code.className(), JavaCode.METHOD);
    }

    /** One jar with nothing but the function, so that its image does not change with others. */
    List<Path> classPath(Path directory) {
        return List.of(FunctionJar.writeForImage(code, directory));
    }
}
