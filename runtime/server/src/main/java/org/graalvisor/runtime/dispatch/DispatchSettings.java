package org.graalvisor.runtime.dispatch;

import org.graalvisor.runtime.http.HttpLimits;

/**
 * Settings of connections and threads.
 *
 * @param limits what clients may send
 * @param maxThreads most calls that may run at once
 * @param parallelism threads that serve quick requests at once, commonly the number of processors
 * @param idleThreadMs milliseconds after which an idle thread ends
 * @param spinMicros microseconds to look for requests again and again before sleeping until one comes
 */
public record DispatchSettings(HttpLimits limits, int maxThreads, int parallelism, long idleThreadMs,
        long spinMicros) {}
