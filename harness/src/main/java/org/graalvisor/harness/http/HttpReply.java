package org.graalvisor.harness.http;

import java.nio.charset.StandardCharsets;

/**
 * An HTTP reply.
 *
 * @param status status code
 * @param body decoded body
 */
public record HttpReply(int status, byte[] body) {

    /** Returns the body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
