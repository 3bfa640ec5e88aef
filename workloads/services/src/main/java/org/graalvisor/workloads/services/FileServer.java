package org.graalvisor.workloads.services;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The object store and REST back-end of the experiments, at a free port of 127.0.0.1: serves inputs, among them one file of
 * pseudo-random bytes that any two runs with the same seed share, and records of users; takes uploads, whose size and hash it
 * answers. Safe for several threads.
 */
public final class FileServer implements AutoCloseable {
    /** Size of the file that the filehashing function fetches. */
    public static final int DEFAULT_FILE_BYTES = 2 << 20;
    /** Largest upload taken; a larger one is answered 413. */
    public static final int MAX_UPLOAD_BYTES = 64 << 20;

    private static final int THREADS = 4;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int TOO_LARGE = 413;
    private static final String INPUTS = "/inputs/";
    private static final String USERS = "/users/";

    private final byte[] file;
    private final Map<String, byte[]> inputs = new ConcurrentHashMap<>();
    private final Uploads uploads = new Uploads();
    private final Users users;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    /**
     * Starts the server.
     *
     * @param fileBytes size of the pseudo-random file
     * @param seed seed of its content
     * @throws IOException when no port is free
     */
    public FileServer(int fileBytes, long seed) throws IOException {
        file = new byte[fileBytes];
        new SplittableRandom(seed).nextBytes(file);
        users = new Users(seed);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
        server.setExecutor(threads);
        server.createContext("/file", exchange -> answer(exchange, file));
        server.createContext(INPUTS, this::sendInput);
        server.createContext("/upload", this::takeUpload);
        server.createContext(USERS, this::sendUser);
        server.start();
    }

    /** Returns where the pseudo-random file is. */
    public String url() {
        return base() + "/file";
    }

    /** Returns the MD5 of that file in lower-case hexadecimal. */
    public String md5() {
        return Hashes.md5(file);
    }

    /**
     * Hashes as the answer to an upload does.
     *
     * @return lower-case hexadecimal
     */
    public static String sha256(byte[] content) {
        return Hashes.sha256(content);
    }

    /**
     * Serves one more input.
     *
     * @param name letters, digits and dots; one in use is replaced
     * @param content not to be changed afterwards
     * @return its URL
     */
    public String publish(String name, byte[] content) {
        inputs.put(name, content);
        return base() + INPUTS + name;
    }

    /** Returns where to POST to; the answer is {@code {"bytes":n,"sha256":"…"}}. */
    public String uploadUrl() {
        return base() + "/upload";
    }

    /**
     * Finds an upload.
     *
     * @param sha256 as it was answered
     * @return nothing when it never came, or came before too many others
     */
    public Optional<byte[]> upload(String sha256) {
        return uploads.find(sha256);
    }

    /** Returns how many uploads were taken. */
    public long uploadCount() {
        return uploads.count();
    }

    /** Returns where user records are: {@code /NAME} more, for a user's name, answers the record as JSON or 404. */
    public String usersUrl() {
        return base() + USERS.substring(0, USERS.length() - 1);
    }

    /** Returns the users whose records are served. */
    public Users users() {
        return users;
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void sendInput(HttpExchange exchange) throws IOException {
        byte[] input = inputs.get(exchange.getRequestURI().getPath().substring(INPUTS.length()));
        if (input == null) {
            refuse(exchange, NOT_FOUND);
            return;
        }
        answer(exchange, input);
    }

    private void sendUser(HttpExchange exchange) throws IOException {
        Optional<String> record = users.find(exchange.getRequestURI().getPath().substring(USERS.length()));
        if (record.isEmpty()) {
            refuse(exchange, NOT_FOUND);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        answer(exchange, record.orElseThrow().getBytes(StandardCharsets.UTF_8));
    }

    private void takeUpload(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            refuse(exchange, METHOD_NOT_ALLOWED);
            return;
        }
        byte[] content = exchange.getRequestBody().readNBytes(MAX_UPLOAD_BYTES + 1);
        if (content.length > MAX_UPLOAD_BYTES) {
            refuse(exchange, TOO_LARGE);
            return;
        }
        String json = "{\"bytes\":" + content.length + ",\"sha256\":\"" + uploads.keep(content) + "\"}";
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        answer(exchange, json.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange; OutputStream out = exchange.getResponseBody()) {
            exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/octet-stream"));
            announceClose(exchange);
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            out.write(body);
        }
    }

    private static void refuse(HttpExchange exchange, int status) throws IOException {
        try (exchange) {
            announceClose(exchange);
            exchange.sendResponseHeaders(status, -1);
        }
    }

    /**
     * The JDK's server closes a connection whose client asked for that, but does not say so in its answer (RFC 9112, section
     * 9.6). The JDK's client then keeps the connection, and a POST that it sends while the server closes it is lost.
     */
    private static void announceClose(HttpExchange exchange) {
        if ("close".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Connection"))) {
            exchange.getResponseHeaders().set("Connection", "close");
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
