package org.graalvisor.runtime.openwhisk;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import org.graalvisor.runtime.http.Reply;

/** A request that is answered with {@code {"error":"…"}}. Carries no stack trace: a client must not make the runtime walk stacks. */
final class ActionFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * @param status HTTP status
     * @param message value of the member error
     */
    ActionFailure(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }

    Reply reply() {
        String body = "{\"error\":\"" + new String(JsonStringEncoder.getInstance().quoteAsString(getMessage())) + "\"}";
        return new Reply(status, "application/json", "", body.getBytes(StandardCharsets.UTF_8));
    }
}
