package org.graalvisor.harness.verdict;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.graalvisor.harness.process.ProcessTable;
import org.graalvisor.harness.sampler.MachineCounters;

/** Observes the rig from its creation on. */
public final class DriverWatch {
    private final OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final int driverCores;
    private final ProcessTable table = ProcessTable.ofThisMachine();
    private final MachineCounters before = MachineCounters.now();
    private final long beginCpuNs = process.getProcessCpuTime();
    private final long beginOwnTicks = ownTicks();
    private final long beginNs = System.nanoTime();

    /**
     * @param driverCores cores the rig may use
     */
    public DriverWatch(int driverCores) {
        this.driverCores = driverCores;
    }

    /** Returns what was seen up to now. */
    public DriverObservation observe() {
        return new DriverObservation(process.getProcessCpuTime() - beginCpuNs, ownTicks() - beginOwnTicks, System
                .nanoTime() - beginNs, driverCores,
                before, MachineCounters.now());
    }

    /** Descendants that ended are counted by the parent that collected them. */
    private long ownTicks() {
        return table.tree(ProcessHandle.current().pid()).stream()
                .mapToLong(stat -> stat.userTicks() + stat.systemTicks() + stat.endedChildrenTicks()).sum();
    }
}
