package org.graalvisor.runtime.cpu;

import java.util.Optional;

/** Makes processor limits. */
public interface CpuLimiter {

    /** Why limits cannot be set here, empty when they can. */
    Optional<String> unavailable();

    /**
     * A limit of its own for one isolate.
     *
     * @param cpuMillis thousandths of one processor
     * @throws org.graalvisor.runtime.error.RequestException when it cannot be set
     */
    CpuGroup newGroup(long cpuMillis);

    /** Removes the groups of processes that were killed, as far as that is allowed. */
    void removeLeftovers();

    /** Removes all groups of this process. */
    void close();
}
