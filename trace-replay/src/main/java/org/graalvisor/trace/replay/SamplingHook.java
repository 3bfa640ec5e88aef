package org.graalvisor.trace.replay;

import java.util.Optional;

/** Called once a period, for what only the rig can measure: RSS and PSS of instances, CPU. */
@FunctionalInterface
public interface SamplingHook {

    /**
     * Takes a sample, on the executor given to the {@link Replayer}.
     *
     * @param sample what the manager knows
     * @return a reason to stop the replay at once, such as memory running out; usually empty
     */
    Optional<String> sample(ReplaySample sample);
}
