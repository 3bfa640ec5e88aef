package org.graalvisor.baselines.photons.http;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.graalvisor.baselines.json.JsonText;

/** One request and its reply, which is sent once: by the invocation, or by its deadline. */
final class Conversation {
    private final HttpExchange exchange;
    private final AtomicBoolean answered = new AtomicBoolean();

    Conversation(HttpExchange exchange) {
        this.exchange = exchange;
    }

    String path() {
        return exchange.getRequestURI().getPath();
    }

    Query query(List<String> known) throws RequestFailure {
        return Query.parse(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""), known);
    }

    void requireMethod(List<String> allowed) throws RequestFailure {
        if (!allowed.contains(exchange.getRequestMethod())) {
            exchange.getResponseHeaders().set("Allow", String.join(", ", allowed));
            throw new RequestFailure(FailureKind.METHOD_NOT_ALLOWED, path() + " answers " + String.join(" and ",
                    allowed)
                    + " only");
        }
    }

    byte[] body(int maxBytes) throws IOException, RequestFailure {
        byte[] body = exchange.getRequestBody().readNBytes(maxBytes + 1);
        if (body.length > maxBytes) {
            exchange.getResponseHeaders().set("Connection", "close");
            throw new RequestFailure(FailureKind.CONTENT_TOO_LARGE, "The body may have " + maxBytes
                    + " bytes; see --max-body-bytes");
        }
        return body;
    }

    /** Sends a reply, unless one was sent. */
    void reply(String json) {
        if (answered.compareAndSet(false, true)) {
            send(200, json);
        }
    }

    /** Sends an error, unless a reply was sent. */
    void fail(FailureKind kind, String message) {
        if (!answered.compareAndSet(false, true)) {
            return;
        }
        if (kind == FailureKind.NO_CAPACITY) {
            exchange.getResponseHeaders().set("Retry-After", "1");
        }
        JsonObject error = new JsonObject();
        error.addProperty("error", kind.label());
        error.addProperty("message", message);
        send(kind.status(), error.toString());
    }

    private void send(int status, String json) {
        byte[] body = JsonText.utf8(json);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        boolean headOnly = exchange.getRequestMethod().equals("HEAD");
        try (exchange) {
            exchange.sendResponseHeaders(status, headOnly ? -1 : body.length);
            if (!headOnly) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(body);
                }
            }
        } catch (IOException e) {
            // Whoever asked is gone.
            return;
        }
    }
}
