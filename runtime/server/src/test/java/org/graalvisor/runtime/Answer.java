package org.graalvisor.runtime;

import java.nio.charset.StandardCharsets;

/**
 * One answer as it came over the wire.
 *
 * @param status HTTP status
 * @param head status line and headers
 * @param body the body
 */
record Answer(int status, String head, byte[] body) {
    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
