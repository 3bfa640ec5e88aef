package org.graalvisor.harness.verdict;

import org.graalvisor.harness.process.ProcessStat;
import org.graalvisor.harness.sampler.MachineCounters;

/**
 * What the rig saw of itself and of the machine during a cell.
 *
 * @param driverCpuNs processor time of the rig's process
 * @param ownTicks processor time of the rig and all its descendants, in clock ticks
 * @param wallNs duration
 * @param driverCores cores the rig may use
 * @param before machine counters at the begin
 * @param after machine counters at the end
 */
public record DriverObservation(long driverCpuNs, long ownTicks, long wallNs, int driverCores, MachineCounters before,
        MachineCounters after) {
    /** Clock ticks of 10 ms on several cores cannot resolve shares of anything shorter. */
    private static final long SHORTEST_NS = 200_000_000;
    private static final double NS_PER_TICK = 1e9 / ProcessStat.TICKS_PER_SECOND;

    /** Returns the share of the rig's cores that it used, 0 to 1; 0 when the cell was too short to tell. */
    public double driverCpuShare() {
        return wallNs < SHORTEST_NS ? 0 : (double) driverCpuNs / ((double) wallNs * driverCores);
    }

    /** Returns how many cores processes that are not part of the measurement used on average; 0 when it cannot be told. */
    public double foreignCores() {
        long foreignTicks = after.busyTicks() - before.busyTicks() - ownTicks;
        return wallNs < SHORTEST_NS ? 0 : Math.max(0, foreignTicks * NS_PER_TICK / wallNs);
    }
}
