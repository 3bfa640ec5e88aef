package org.graalvisor.workloads.catalogue;

import java.util.List;

/** Adds workloads to the catalogue from a jar on the class path, found by {@link java.util.ServiceLoader}; see docs/adding-a-workload.md. */
@FunctionalInterface
public interface WorkloadProvider {

    /** The workloads, with names that no other workload has. */
    List<Workload> workloads();
}
