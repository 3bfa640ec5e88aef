package org.graalvisor.runtime.function;

import org.graalvisor.isolate.FunctionIsolate;
import org.graalvisor.isolate.InvocationOutcome;
import org.graalvisor.runtime.cpu.CpuGroup;

/** An isolate and when it was used last. Owned by one invocation or by the pool. */
public final class PooledIsolate {
    private final FunctionIsolate isolate;
    private final CpuGroup cpuGroup;
    private long idleSinceNanos;

    PooledIsolate(FunctionIsolate isolate, CpuGroup cpuGroup) {
        this.isolate = isolate;
        this.cpuGroup = cpuGroup;
    }

    /**
     * Runs the function on the calling thread, which must not be the process's main thread: attaching it makes the C library
     * read all of /proc/self/maps.
     *
     * @param argumentsJson UTF-8 encoded JSON
     */
    public InvocationOutcome invoke(byte[] argumentsJson) {
        cpuGroup.enter();
        try {
            return isolate.invoke(argumentsJson);
        } finally {
            cpuGroup.leave();
        }
    }

    void idleSince(long nanos) {
        idleSinceNanos = nanos;
    }

    long idleSince() {
        return idleSinceNanos;
    }

    void tearDown() {
        try {
            isolate.tearDown();
        } finally {
            cpuGroup.close();
        }
    }
}
