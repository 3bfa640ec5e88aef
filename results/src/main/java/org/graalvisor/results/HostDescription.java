package org.graalvisor.results;

import java.util.OptionalDouble;

/**
 * The machine a run was made on.
 *
 * @param cpuModel model name as the kernel reports it
 * @param cores logical processors available to the run
 * @param memoryBytes installed memory
 * @param kernel name and version of the operating system kernel
 * @param pageFaultCostNs calibrated cost of one minor page fault in nanoseconds; empty when not calibrated
 * @param mapAndUnmapCostNs calibrated cost of one {@code mmap} and {@code munmap} pair in nanoseconds; empty when not
 *        calibrated
 */
public record HostDescription(String cpuModel, int cores, long memoryBytes, String kernel,
        OptionalDouble pageFaultCostNs,
        OptionalDouble mapAndUnmapCostNs) {}
