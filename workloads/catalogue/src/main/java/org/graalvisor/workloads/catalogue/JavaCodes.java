package org.graalvisor.workloads.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.graalvisor.workloads.catalogue.code.JarPart;
import org.graalvisor.workloads.catalogue.code.JavaCode;
import org.graalvisor.workloads.java.AllocateAndRun;

/** The code of every Java function: those of the catalogue, and the one that stands for the functions of a trace. */
public final class JavaCodes {
    /** Name of the function of traces, which is not in Table 1. */
    public static final String ALLOCATE_AND_RUN = "allocate-and-run";

    private JavaCodes() {}

    /** Returns all by name, the cheapest to compile first. */
    public static Map<String, JavaCode> all() {
        Map<String, JavaCode> codes = new LinkedHashMap<>();
        Catalogue.all().forEach(workload -> workload.javaCode().ifPresent(code -> codes.put(workload.name(), code)));
        codes.put(ALLOCATE_AND_RUN, allocateAndRun());
        return codes;
    }

    /**
     * Returns the code of one.
     *
     * @param name of a workload
     * @return nothing when it is no Java function
     */
    public static Optional<JavaCode> find(String name) {
        return Optional.ofNullable(all().get(name));
    }

    private static JavaCode allocateAndRun() {
        return JavaCode.of(AllocateAndRun.class, JarPart.classes(AllocateAndRun.class, "JsonArguments"), JarPart
                .packages(JsonFactory.class, "com.fasterxml.jackson.core"));
    }
}
