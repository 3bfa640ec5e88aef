package org.graalvisor.workloads.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;

/** All workloads: those of the paper's Table 1 and those that jars on the class path add. */
public final class Catalogue {
    private static final List<Workload> OWN = Stream.of(JavaFunctions.all(), JavaScriptFunctions.all(),
            PythonFunctions.all()).flatMap(List::stream).toList();
    private static final List<Workload> ALL = with(ServiceLoader.load(WorkloadProvider.class).stream().map(
            ServiceLoader.Provider::get).toList());

    private Catalogue() {}

    /** Those of this project, in the order of the paper's Table 1, with the CPU kernels last of their language. */
    public static List<Workload> own() {
        return OWN;
    }

    /** This project's, then those of plug-ins. */
    public static List<Workload> all() {
        return ALL;
    }

    /**
     * Finds a workload.
     *
     * @param name as in {@link Workload#name}
     */
    public static Optional<Workload> find(String name) {
        return ALL.stream().filter(workload -> workload.name().equals(name)).findFirst();
    }

    static List<Workload> with(List<WorkloadProvider> providers) {
        List<Workload> all = Stream.concat(OWN.stream(), providers.stream().map(WorkloadProvider::workloads).flatMap(
                List::stream)).toList();
        Set<String> names = new HashSet<>();
        for (Workload workload : all) {
            if (!names.add(workload.name())) {
                throw new IllegalStateException("two workloads are called '" + workload.name()
                        + "'; rename the one of the plug-in");
            }
        }
        return all;
    }
}
