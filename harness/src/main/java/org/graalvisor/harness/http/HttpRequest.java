package org.graalvisor.harness.http;

import java.nio.charset.StandardCharsets;

/**
 * A request in the bytes that go over the wire, built once and sent many times.
 *
 * @param wireBytes request line, headers and body
 */
public record HttpRequest(byte[] wireBytes) {

    /**
     * Builds a request without a body.
     *
     * @param host value of the Host header
     * @param target path and query
     */
    public static HttpRequest get(String host, String target) {
        return new HttpRequest(("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Builds a request with a body.
     *
     * @param host value of the Host header
     * @param target path and query
     * @param contentType media type of the body
     * @param body the body
     */
    public static HttpRequest post(String host, String target, String contentType, byte[] body) {
        byte[] head = ("POST " + target + " HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: " + contentType
                + "\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] wire = new byte[head.length + body.length];
        System.arraycopy(head, 0, wire, 0, head.length);
        System.arraycopy(body, 0, wire, head.length, body.length);
        return new HttpRequest(wire);
    }
}
