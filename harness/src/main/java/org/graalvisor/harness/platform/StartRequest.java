package org.graalvisor.harness.platform;

import java.nio.file.Path;
import java.util.BitSet;
import org.graalvisor.harness.process.Spawner;

/**
 * What a platform is started with.
 *
 * @param stdout file for its standard output
 * @param stderr file for its standard error
 * @param cores cores it may use; empty: any
 * @param spawner starts its processes
 */
public record StartRequest(Path stdout, Path stderr, BitSet cores, Spawner spawner) {

    /** Copies the core set. */
    public StartRequest {
        cores = (BitSet) cores.clone();
    }

    @Override
    public BitSet cores() {
        return (BitSet) cores.clone();
    }
}
