package org.graalvisor.harness.verdict;

import org.graalvisor.harness.sampler.MachineCounters;

/**
 * What the rig saw of itself and of the machine during a cell.
 *
 * @param driverCpuNs processor time of the rig's process
 * @param wallNs duration
 * @param driverCores cores the rig may use
 * @param before machine counters at the begin
 * @param after machine counters at the end
 */
public record DriverObservation(long driverCpuNs, long wallNs, int driverCores, MachineCounters before,
        MachineCounters after) {

    /** Returns the share of the rig's cores that it used, 0 to 1. */
    public double driverCpuShare() {
        return wallNs == 0 ? 0 : (double) driverCpuNs / ((double) wallNs * driverCores);
    }
}
