package org.graalvisor.harness.experiment;

import java.util.BitSet;
import org.graalvisor.harness.process.CpuAffinity;

/**
 * Who runs where: the system under test on the first core this process may use, the load generator on the second. With
 * one core nothing is pinned and both share it.
 *
 * @param server cores of the system under test; empty: not pinned
 * @param driver cores of the load generator; empty: not pinned
 */
public record CorePlan(BitSet server, BitSet driver) {

    /** Plans for the cores that the calling thread may use. */
    public static CorePlan ofThisMachine() {
        BitSet usable = CpuAffinity.ofCurrentThread();
        BitSet server = new BitSet();
        BitSet driver = new BitSet();
        if (usable.cardinality() >= 2) {
            server.set(usable.nextSetBit(0));
            driver.set(usable.nextSetBit(usable.nextSetBit(0) + 1));
        }
        return new CorePlan(server, driver);
    }

    /** Returns how many cores the load generator may use. */
    public int driverCores() {
        return driver.isEmpty() ? Runtime.getRuntime().availableProcessors() : driver.cardinality();
    }

    /**
     * Runs a body while this process is pinned to the driver's cores, and lifts the restriction after it.
     *
     * @param body what to run
     */
    public void whilePinned(Runnable body) {
        if (driver.isEmpty()) {
            body.run();
            return;
        }
        BitSet before = CpuAffinity.ofCurrentThread();
        CpuAffinity.pinThisProcess(driver);
        try {
            body.run();
        } finally {
            CpuAffinity.pinThisProcess(before);
        }
    }
}
