package org.graalvisor.workloads.services;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves one file of pseudo-random bytes, which any two runs with the same seed share. */
public final class FileServer implements AutoCloseable {
    /** Size of the file that the filehashing function fetches. */
    public static final int DEFAULT_FILE_BYTES = 2 << 20;

    private static final int THREADS = 4;

    private final byte[] file;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    /**
     * Starts the server at a free port of 127.0.0.1.
     *
     * @param fileBytes size of the file
     * @param seed seed of its content
     * @throws IOException when no port is free
     */
    public FileServer(int fileBytes, long seed) throws IOException {
        file = new byte[fileBytes];
        new SplittableRandom(seed).nextBytes(file);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
        server.setExecutor(threads);
        server.createContext("/file", this::send);
        server.start();
    }

    /** Returns where the file is. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/file";
    }

    /** Returns the MD5 of the file in lower-case hexadecimal. */
    public String md5() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has MD5", impossible);
        }
    }

    private void send(HttpExchange exchange) throws IOException {
        try (exchange; OutputStream out = exchange.getResponseBody()) {
            exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
            exchange.sendResponseHeaders(200, file.length);
            out.write(file);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
