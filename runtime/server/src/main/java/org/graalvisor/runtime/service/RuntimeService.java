package org.graalvisor.runtime.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.graalvisor.runtime.dispatch.Connection;
import org.graalvisor.runtime.dispatch.HttpService;
import org.graalvisor.runtime.dispatch.Worker;
import org.graalvisor.runtime.error.ErrorKind;
import org.graalvisor.runtime.error.RequestException;
import org.graalvisor.runtime.http.BodySink;
import org.graalvisor.runtime.http.ByteArraySink;
import org.graalvisor.runtime.http.DiscardingSink;
import org.graalvisor.runtime.http.Reply;
import org.graalvisor.runtime.http.RequestHead;
import org.graalvisor.runtime.http.RequestMethod;

/** Leads each path to its handler. */
final class RuntimeService implements HttpService {
    private static final Reply TRUE = Reply.json("true".getBytes(StandardCharsets.US_ASCII));
    private static final Reply HEALTHY = Reply.json("{\"status\":\"ok\"}".getBytes(StandardCharsets.US_ASCII));

    private final InvokeHandler invoke;
    private final RegisterHandler register;
    private final Supplier<Reply> metrics;

    /**
     * @param metrics renders /metrics
     */
    RuntimeService(InvokeHandler invoke, RegisterHandler register, Supplier<Reply> metrics) {
        this.invoke = invoke;
        this.register = register;
        this.metrics = metrics;
    }

    @Override
    public BodySink begin(RequestHead head) {
        return switch (head.path()) {
            case "/invoke" -> {
                requirePost(head);
                if (head.chunked() || head.contentLength() > ByteArraySink.SMALL_BYTES) {
                    invoke.check(head);
                }
                yield new ByteArraySink(head.contentLength());
            }
            case "/register" -> {
                requirePost(head);
                yield register.begin(head);
            }
            case "/deregister" -> {
                requirePost(head);
                yield DiscardingSink.INSTANCE;
            }
            case "/health", "/metrics" -> {
                requireGet(head);
                yield DiscardingSink.INSTANCE;
            }
            default -> throw new RequestException(ErrorKind.UNKNOWN_PATH,
                    "Nothing is at " + head.path()
                            + "; the paths are /register, /invoke, /deregister, /health, /metrics");
        };
    }

    @Override
    public Optional<Reply> complete(RequestHead head, BodySink body, Connection connection, Worker worker)
            throws IOException {
        if (body instanceof ByteArraySink json) {
            return invoke.invoke(head, json.toByteArray(), connection, worker);
        }
        if (body instanceof CodeSink code) {
            register.register(code, worker);
            return Optional.of(TRUE);
        }
        return switch (head.path()) {
            case "/deregister" -> {
                register.deregister(head, worker);
                yield Optional.of(TRUE);
            }
            case "/metrics" -> Optional.of(metrics.get());
            default -> Optional.of(HEALTHY);
        };
    }

    private static void requirePost(RequestHead head) {
        if (head.method() != RequestMethod.POST) {
            throw new RequestException(ErrorKind.METHOD_NOT_ALLOWED, head.path() + " answers POST only",
                    "Allow: POST\r\n");
        }
    }

    private static void requireGet(RequestHead head) {
        if (head.method() != RequestMethod.GET && head.method() != RequestMethod.HEAD) {
            throw new RequestException(ErrorKind.METHOD_NOT_ALLOWED, head.path() + " answers GET and HEAD only",
                    "Allow: GET, HEAD\r\n");
        }
    }
}
