package org.graalvisor.harness.platform;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.function.Function;
import org.graalvisor.harness.http.HttpConnection;
import org.graalvisor.harness.http.HttpReply;
import org.graalvisor.harness.http.HttpRequest;

/** Invokes over HTTP; the bytes of a request are built once per invocation object. */
final class HttpInvoker implements Invoker {
    private final HttpConnection connection;
    private final Function<Invocation, HttpRequest> toRequest;
    private final IdentityHashMap<Invocation, HttpRequest> requests = new IdentityHashMap<>();

    HttpInvoker(HttpConnection connection, Function<Invocation, HttpRequest> toRequest) {
        this.connection = connection;
        this.toRequest = toRequest;
    }

    @Override
    public InvocationReply invoke(Invocation invocation) throws IOException {
        HttpReply reply = connection.exchange(requests.computeIfAbsent(invocation, toRequest));
        return new InvocationReply(reply.status(), reply.body());
    }

    @Override
    public void close() {
        connection.close();
    }
}
