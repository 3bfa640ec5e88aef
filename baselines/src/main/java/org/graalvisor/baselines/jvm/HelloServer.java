package org.graalvisor.baselines.jvm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers {@code POST /invoke} as the helloworld function does and {@code GET /health}, with the JDK's own server. */
public final class HelloServer implements AutoCloseable {
    /** The reply of the helloworld function. */
    public static final String REPLY = "{\"result\":\"Hello World!\"}";

    private static final byte[] REPLY_BYTES = REPLY.getBytes(StandardCharsets.UTF_8);
    private static final byte[] HEALTHY = "{\"status\":\"up\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NOT_FOUND = "{\"error\":\"there is only POST /invoke and GET /health\"}"
            .getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;
    private final ExecutorService threads;

    /**
     * Starts the server.
     *
     * @param port TCP port at 127.0.0.1, 0 for any free one
     * @throws IOException when the port is taken
     */
    public HelloServer(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_024);
        threads = Executors.newFixedThreadPool(8);
        server.setExecutor(threads);
        server.createContext("/", exchange -> reply(exchange, 404, NOT_FOUND));
        server.createContext("/health", exchange -> reply(exchange, 200, HEALTHY));
        server.createContext("/invoke", exchange -> {
            exchange.getRequestBody().readAllBytes();
            reply(exchange, 200, REPLY_BYTES);
        });
        server.start();
    }

    /** Returns the port. */
    public int port() {
        return server.getAddress().getPort();
    }

    private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange; OutputStream out = exchange.getResponseBody()) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
