package org.graalvisor.trace.replay;

import java.util.concurrent.TimeUnit;
import org.graalvisor.trace.TraceException;

/**
 * Limits of a replay.
 *
 * @param samplePeriodNs time between samples
 * @param startTimeoutNs an instance that is not ready by then has failed
 * @param replyTimeoutNs an invocation without reply so long after it should have ended has failed
 * @param drainNs how long replies are waited for after the last arrival
 * @param stopTimeoutNs how long the end of instances is waited for
 */
public record ReplayOptions(long samplePeriodNs, long startTimeoutNs, long replyTimeoutNs, long drainNs,
        long stopTimeoutNs) {
    /** One sample a second; generous limits, as a slow reply is a result and not an error. */
    public static final ReplayOptions DEFAULT = new ReplayOptions(TimeUnit.SECONDS.toNanos(1),
            TimeUnit.SECONDS.toNanos(60), TimeUnit.SECONDS.toNanos(120), TimeUnit.SECONDS.toNanos(120),
            TimeUnit.SECONDS.toNanos(30));

    public ReplayOptions {
        if (samplePeriodNs <= 0 || startTimeoutNs <= 0 || replyTimeoutNs <= 0 || drainNs < 0 || stopTimeoutNs <= 0) {
            throw new TraceException("Sample period and timeouts of a replay have to be above 0.");
        }
    }
}
