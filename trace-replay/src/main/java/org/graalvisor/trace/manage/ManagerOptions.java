package org.graalvisor.trace.manage;

import org.graalvisor.trace.TraceException;

/**
 * How a node is managed.
 *
 * @param memoryCapBytes memory of the node; {@link Long#MAX_VALUE} for no cap
 * @param accounting what counts against the cap
 * @param instanceBaseBytes memory of an instance without invocations
 * @param keepAliveUs how long an idle instance is kept
 * @param eviction what happens to idle instances when memory is short
 * @param queueCapacity how many invocations may wait for memory; 0 ignores whatever does not fit
 * @param queueTimeoutUs how long an invocation may wait before it is ignored
 */
public record ManagerOptions(long memoryCapBytes, Accounting accounting, long instanceBaseBytes, long keepAliveUs,
        Eviction eviction, int queueCapacity, long queueTimeoutUs) {
    /** No cap on memory. */
    public static final long NO_CAP = Long.MAX_VALUE;
    /** The paper's 10 s (§3.7), there for isolates; used for instances of every policy alike. */
    public static final long PAPER_KEEP_ALIVE_US = 10_000_000;
    /** Long enough for a burst to drain, short enough that a client would still wait. */
    public static final long DEFAULT_QUEUE_TIMEOUT_US = 60_000_000;

    public ManagerOptions {
        if (memoryCapBytes <= 0 || instanceBaseBytes < 0 || keepAliveUs < 0 || queueCapacity < 0
                || queueTimeoutUs < 0) {
            throw new TraceException("Not a node: cap " + memoryCapBytes + " B, instance base " + instanceBaseBytes
                    + " B, keep-alive " + keepAliveUs + " us, queue " + queueCapacity + " for " + queueTimeoutUs
                    + " us. The cap has to be above 0, nothing else below 0.");
        }
    }

    /**
     * Returns the paper's rules: what does not fit is ignored, idle instances make room.
     *
     * @param memoryCapBytes memory of the node
     */
    public static ManagerOptions paper(long memoryCapBytes) {
        return new ManagerOptions(memoryCapBytes, Accounting.PAPER, 0, PAPER_KEEP_ALIVE_US,
                Eviction.LEAST_RECENTLY_USED, 0, DEFAULT_QUEUE_TIMEOUT_US);
    }

    /** Returns these options with another instance base. */
    public ManagerOptions withInstanceBase(long bytes) {
        return new ManagerOptions(memoryCapBytes, accounting, bytes, keepAliveUs, eviction, queueCapacity,
                queueTimeoutUs);
    }

    /** Returns these options with a queue. */
    public ManagerOptions withQueue(int capacity, long timeoutUs) {
        return new ManagerOptions(memoryCapBytes, accounting, instanceBaseBytes, keepAliveUs, eviction, capacity,
                timeoutUs);
    }

    /** Returns these options with another keep-alive. */
    public ManagerOptions withKeepAlive(long us) {
        return new ManagerOptions(memoryCapBytes, accounting, instanceBaseBytes, us, eviction, queueCapacity,
                queueTimeoutUs);
    }
}
