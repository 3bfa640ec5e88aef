package org.graalvisor.baselines.photons.http;

/**
 * Limits of the server.
 *
 * @param maxThreads most invocations that may run at once
 * @param defaultTimeoutMs deadline of invocations that name none, in milliseconds
 * @param maxBodyBytes most bytes of a request's body
 */
public record PhotonsSettings(int maxThreads, long defaultTimeoutMs, int maxBodyBytes) {
    /** Those of the Graalvisor runtime. */
    public static final PhotonsSettings DEFAULT = new PhotonsSettings(2048, 60_000, 64 << 20);
}
