package org.graalvisor.harness.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.graalvisor.harness.http.DeadlineWatch;
import org.graalvisor.harness.http.HttpConnection;
import org.graalvisor.harness.http.HttpReply;
import org.graalvisor.harness.http.HttpRequest;

/** A server at a port of this machine. */
public final class HttpEndpoint {
    private final int port;
    private final long timeoutMs;
    private final DeadlineWatch watch;

    HttpEndpoint(int port, long timeoutMs, DeadlineWatch watch) {
        this.port = port;
        this.timeoutMs = timeoutMs;
        this.watch = watch;
    }

    /** Returns a connection that is not opened yet. */
    HttpConnection connection() {
        return new HttpConnection(address(), timeoutMs, watch);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** Returns the value of the Host header. */
    String host() {
        return "127.0.0.1:" + port;
    }

    /**
     * Posts once over a new connection.
     *
     * @param target path and query
     * @param contentType media type of the body
     * @param body the body
     * @throws IOException when there is no complete reply
     */
    public HttpReply post(String target, String contentType, byte[] body) throws IOException {
        try (HttpConnection connection = connection()) {
            return connection.exchange(HttpRequest.post(host(), target, contentType, body));
        }
    }

    /**
     * Gets once over a new connection.
     *
     * @param target path and query
     * @throws IOException when there is no complete reply
     */
    public HttpReply get(String target) throws IOException {
        try (HttpConnection connection = connection()) {
            return connection.exchange(HttpRequest.get(host(), target));
        }
    }
}
