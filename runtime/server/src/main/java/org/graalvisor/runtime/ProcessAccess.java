package org.graalvisor.runtime;

import java.util.function.IntConsumer;
import org.graalvisor.runtime.time.NanoClock;

/**
 * What a runtime needs of its process, in the way this kind of process can.
 *
 * @param exit ends the process at once with an exit code, without running C destructors: threads of isolates may still run
 * @param threadCpuClock how long the calling thread has run on a processor
 */
public record ProcessAccess(IntConsumer exit, NanoClock threadCpuClock) {}
