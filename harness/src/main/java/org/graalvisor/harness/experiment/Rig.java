package org.graalvisor.harness.experiment;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import org.graalvisor.harness.host.NativeImageStatus;
import org.graalvisor.harness.load.StopSignal;
import org.graalvisor.harness.platform.Artifacts;
import org.graalvisor.harness.platform.ExecutableFinder;
import org.graalvisor.harness.platform.Platform;
import org.graalvisor.harness.time.Clock;

/**
 * Everything from outside that running experiments needs.
 *
 * @param artifacts native files
 * @param nativeImage tells which builder makes them
 * @param platforms all HTTP and in-process platforms
 * @param workloads opens the workloads for a root seed
 * @param finder finds tools
 * @param cores who runs where
 * @param clock stamps of measurements
 * @param calendar date and time of runs
 * @param random distinguishes runs started in the same second
 * @param checkout a directory of the working tree
 * @param stop ends runs early
 */
public record Rig(Artifacts artifacts, NativeImageStatus nativeImage, List<Platform> platforms,
        LongFunction<Workloads> workloads, ExecutableFinder finder, CorePlan cores, Clock clock, InstantSource calendar,
        RandomGenerator random, Path checkout, StopSignal stop) {

    /** Copies the list. */
    public Rig {
        platforms = List.copyOf(platforms);
    }
}
