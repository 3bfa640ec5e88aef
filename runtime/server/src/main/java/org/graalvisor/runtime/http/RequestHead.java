package org.graalvisor.runtime.http;

/**
 * Request line and the header fields that matter.
 *
 * @param method the method
 * @param path the target's path as sent, without the query
 * @param query what follows the question mark, still percent-encoded, empty when there is none
 * @param keepAlive whether the client lets the connection live on
 * @param contentLength bytes of the body, 0 when none was announced, meaningless when chunked
 * @param chunked whether the body comes in chunks
 * @param expectsContinue whether the client waits for "100 Continue" before it sends the body
 * @param version10 whether the client speaks HTTP/1.0
 */
public record RequestHead(RequestMethod method, String path, String query, boolean keepAlive, long contentLength,
        boolean chunked,
        boolean expectsContinue, boolean version10) {

    /** Whether a body follows the head. */
    public boolean hasBody() {
        return chunked || contentLength > 0;
    }
}
