package org.graalvisor.baselines.openwhisk.hotspot;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.graalvisor.baselines.json.JsonText;

/** Serves /init and /run over HTTP. */
final class ProxyServer implements AutoCloseable {
    /** Requests read at once; whether activations overlap is the proxy's matter. */
    private static final int THREADS = 64;
    private static final int BACKLOG = 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final int maxBodyBytes;

    /** Answers one request's body. */
    @FunctionalInterface
    private interface Operation {
        String answer(String body) throws ProxyException;
    }

    /**
     * Starts serving.
     *
     * @throws IOException when the address cannot be bound
     */
    ProxyServer(InetSocketAddress address, ActionProxy proxy, int maxBodyBytes) throws IOException {
        this.maxBodyBytes = maxBodyBytes;
        server = HttpServer.create(address, BACKLOG);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, ProxyServer::nothing));
        server.createContext("/init", exchange -> answer(exchange, at("/init", exchange, proxy::init)));
        server.createContext("/run", exchange -> answer(exchange, at("/run", exchange, proxy::run)));
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private static String nothing(String body) throws ProxyException {
        throw new ProxyException(404, "there is only POST /init and POST /run");
    }

    /** The JDK's server matches paths by their beginning. */
    private static Operation at(String path, HttpExchange exchange, Operation operation) {
        return exchange.getRequestURI().getPath().equals(path) ? operation : ProxyServer::nothing;
    }

    private void answer(HttpExchange exchange, Operation operation) throws IOException {
        try (exchange) {
            int status = 200;
            String text;
            try {
                if (!exchange.getRequestMethod().equals("POST")) {
                    throw new ProxyException(405, exchange.getRequestURI().getPath() + " answers POST only");
                }
                text = operation.answer(body(exchange));
            } catch (ProxyException e) {
                JsonObject error = new JsonObject();
                error.addProperty("error", e.getMessage());
                status = e.status();
                text = error.toString();
            }
            reply(exchange, status, text);
        }
    }

    private String body(HttpExchange exchange) throws IOException, ProxyException {
        byte[] body = exchange.getRequestBody().readNBytes(maxBodyBytes + 1);
        if (body.length > maxBodyBytes) {
            exchange.getResponseHeaders().set("Connection", "close");
            throw new ProxyException(413, "the body may have " + maxBodyBytes + " bytes");
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = JsonText.utf8(text);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
