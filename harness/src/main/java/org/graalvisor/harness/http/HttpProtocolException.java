package org.graalvisor.harness.http;

import java.io.IOException;

/** The peer sent something that is no HTTP/1.1 reply, or closed the connection in the middle of one. */
public final class HttpProtocolException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what was expected and what came
     */
    public HttpProtocolException(String message) {
        super(message);
    }
}
