package org.graalvisor.runtime.openwhisk;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.graalvisor.runtime.dispatch.Connection;
import org.graalvisor.runtime.dispatch.HttpService;
import org.graalvisor.runtime.dispatch.Worker;
import org.graalvisor.runtime.error.ErrorKind;
import org.graalvisor.runtime.error.RequestException;
import org.graalvisor.runtime.function.CodeStore;
import org.graalvisor.runtime.function.FunctionCache;
import org.graalvisor.runtime.function.Reaper;
import org.graalvisor.runtime.http.BodySink;
import org.graalvisor.runtime.http.ByteArraySink;
import org.graalvisor.runtime.http.DiscardingSink;
import org.graalvisor.runtime.http.Reply;
import org.graalvisor.runtime.http.RequestHead;
import org.graalvisor.runtime.http.RequestMethod;
import org.graalvisor.runtime.time.NanoClock;

/** The paths of OpenWhisk's protocol, and /health and /metrics as in the runtime's own. */
public final class ActionService implements HttpService {
    private static final Reply HEALTHY = Reply.json("{\"status\":\"ok\"}".getBytes(StandardCharsets.US_ASCII));

    private final ActionHandler handler;
    private final ActionDialect dialect;
    private final long timeoutMs;
    private final NanoClock clock;
    private final Supplier<Reply> metrics;

    /**
     * @param timeoutMs most milliseconds an init or an activation may take
     * @param metrics renders /metrics
     */
    public ActionService(ActionSettings settings, FunctionCache cache, CodeStore store, Reaper reaper, long timeoutMs,
            NanoClock clock, Supplier<Reply> metrics) {
        this.handler = new ActionHandler(settings, new ActionLoader(settings, cache, store, timeoutMs), reaper, clock);
        this.dialect = settings.dialect();
        this.timeoutMs = timeoutMs;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    public BodySink begin(RequestHead head) {
        return switch (head.path()) {
            case "/init", "/run" -> {
                require(head, head.method() == RequestMethod.POST, "POST");
                yield new ByteArraySink(head.contentLength());
            }
            case "/health", "/metrics" -> {
                require(head, head.method() == RequestMethod.GET || head.method() == RequestMethod.HEAD, "GET, HEAD");
                yield DiscardingSink.INSTANCE;
            }
            default -> throw new RequestException(ErrorKind.UNKNOWN_PATH, "Nothing is at " + head.path()
                    + "; the paths of this runtime, started with --protocol openwhisk, are /init, /run, /health, /metrics");
        };
    }

    @Override
    public Optional<Reply> complete(RequestHead head, BodySink body, Connection connection, Worker worker) {
        if (body instanceof ByteArraySink received) {
            return call(head.path().equals("/init"), received.toByteArray(), connection, worker);
        }
        return Optional.of(head.path().equals("/metrics") ? metrics.get() : HEALTHY);
    }

    private Optional<Reply> call(boolean init, byte[] body, Connection connection, Worker worker) {
        if (!worker.aboutToBlock()) {
            throw Worker.noCapacity();
        }
        Activation activation = new Activation(connection, clock.nanoTime(), timeoutMs, dialect);
        worker.begin(activation);
        Reply reply;
        try {
            reply = init ? handler.init(body, activation) : handler.run(body, activation);
        } catch (ActionFailure failure) {
            reply = failure.reply();
        } catch (RuntimeException | Error e) {
            if (worker.end(activation)) {
                throw e;
            }
            return Optional.empty();
        }
        return worker.end(activation) ? Optional.of(reply) : Optional.empty();
    }

    private static void require(RequestHead head, boolean allowed, String methods) {
        if (!allowed) {
            throw new RequestException(ErrorKind.METHOD_NOT_ALLOWED, head.path() + " answers " + methods + " only",
                    "Allow: " + methods + "\r\n");
        }
    }
}
