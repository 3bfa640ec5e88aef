package org.graalvisor.runtime.http;

/**
 * How much of anything a client may send.
 *
 * @param maxHeadBytes most bytes of request line and headers together
 * @param maxBodyBytes most bytes of a body
 * @param readTimeoutMs most milliseconds a request may take to arrive; a body gets one more for every byte received, so
 *        that long uploads live as long as they bring 1 KB/s
 * @param keepAliveTimeoutMs most milliseconds a connection may idle between requests
 */
public record HttpLimits(int maxHeadBytes, long maxBodyBytes, long readTimeoutMs, long keepAliveTimeoutMs) {
    /** Same as nginx's and Apache's common configuration: 16 KB of headers, 10 s to send them, 75 s idle. */
    public static final HttpLimits DEFAULT = new HttpLimits(16 * 1024, 64L << 20, 10_000, 75_000);

    /** The same limits with another body limit. */
    public HttpLimits withMaxBodyBytes(long bytes) {
        return new HttpLimits(maxHeadBytes, bytes, readTimeoutMs, keepAliveTimeoutMs);
    }
}
