package org.graalvisor.harness.platform;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import org.graalvisor.harness.process.CpuQuota;
import org.graalvisor.harness.process.Spawner;

/**
 * What a platform is started with.
 *
 * @param stdout file for its standard output
 * @param stderr file for its standard error
 * @param cores cores it may use, all its processes together; empty: any
 * @param spawner starts its processes
 * @param instances invocations that have to run at once: so many processes does a platform start that runs one
 *        invocation at a time in a process; the others start one
 * @param quota limit of the processor time of all its processes together; empty: none
 */
public record StartRequest(Path stdout, Path stderr, BitSet cores, Spawner spawner, int instances,
        Optional<CpuQuota> quota) {

    /** Copies the core set. */
    public StartRequest {
        if (instances < 1) {
            throw new IllegalArgumentException("a platform has at least 1 instance, not " + instances);
        }
        cores = (BitSet) cores.clone();
    }

    /** No limit of processor time. */
    public StartRequest(Path stdout, Path stderr, BitSet cores, Spawner spawner, int instances) {
        this(stdout, stderr, cores, spawner, instances, Optional.empty());
    }

    /** One instance, and no limit of processor time. */
    public StartRequest(Path stdout, Path stderr, BitSet cores, Spawner spawner) {
        this(stdout, stderr, cores, spawner, 1);
    }

    @Override
    public BitSet cores() {
        return (BitSet) cores.clone();
    }
}
