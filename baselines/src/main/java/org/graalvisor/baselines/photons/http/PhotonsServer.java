package org.graalvisor.baselines.photons.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.graalvisor.baselines.scratch.ScratchDirectory;

/** The end-point of one process that runs one function. */
public final class PhotonsServer implements AutoCloseable {
    private static final String PREFIX = "photons-";
    private static final int BACKLOG = 1024;
    private static final int MAX_ID_CHARACTERS = 256;
    /** The runtime's smallest budget. */
    private static final long MIN_MEMORY_BYTES = 2L << 20;
    private static final long MAX_MEMORY_BYTES = 1L << 50;
    private static final List<String> REGISTER_FIELDS = List.of("fid", "fep", "language", "mem");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScratchDirectory directory;
    private final Registration registration;
    private final Invoker invoker;
    private final int maxBodyBytes;

    /** Answers one request. */
    @FunctionalInterface
    private interface Handler {
        void handle(Conversation conversation) throws IOException, RequestFailure;
    }

    /**
     * Starts serving.
     *
     * @throws IOException when the address cannot be bound or the temporary directory cannot be written
     */
    public PhotonsServer(InetSocketAddress address, PhotonsSettings settings) throws IOException {
        server = HttpServer.create(address, BACKLOG);
        directory = ScratchDirectory.create(PREFIX);
        registration = new Registration(directory.path());
        invoker = new Invoker(registration, settings);
        maxBodyBytes = settings.maxBodyBytes();
        server.setExecutor(threads);
        route("/", conversation -> {
            throw new RequestFailure(FailureKind.UNKNOWN_PATH, "Nothing is at " + conversation.path()
                    + "; the paths are /register, /invoke, /deregister, /health");
        });
        route("/health", this::health);
        route("/register", this::register);
        route("/deregister", this::deregister);
        route("/invoke", this::invoke);
        server.start();
    }

    /**
     * Removes the files of processes that were killed. Slow; meant for after the start.
     *
     * @throws IOException when the temporary directory cannot be read
     */
    public void removeLeftovers() throws IOException {
        directory.removeLeftovers(PREFIX);
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void route(String path, Handler handler) {
        server.createContext(path, exchange -> answer(path, exchange, handler));
    }

    private static void answer(String path, HttpExchange exchange, Handler handler) {
        Conversation conversation = new Conversation(exchange);
        try {
            if (!path.equals("/") && !conversation.path().equals(path)) {
                throw new RequestFailure(FailureKind.UNKNOWN_PATH, "Nothing is at " + conversation.path());
            }
            handler.handle(conversation);
        } catch (RequestFailure e) {
            conversation.fail(e.kind(), e.getMessage());
        } catch (IOException | RuntimeException | Error e) {
            conversation.fail(FailureKind.INTERNAL, e.toString());
        }
    }

    private void health(Conversation conversation) throws RequestFailure {
        conversation.requireMethod(List.of("GET", "HEAD"));
        conversation.reply("{\"status\":\"ok\"}");
    }

    private void register(Conversation conversation) throws IOException, RequestFailure {
        conversation.requireMethod(List.of("POST"));
        Query query = conversation.query(REGISTER_FIELDS);
        String id = query.require("fid");
        if (id.length() > MAX_ID_CHARACTERS) {
            throw bad("Field fid may have " + MAX_ID_CHARACTERS + " characters, got " + id.length());
        }
        String entryPoint = query.require("fep");
        if (!query.require("language").equals("java")) {
            throw bad("Field language: this runtime runs java; got: " + query.require("language"));
        }
        // Checked but not enforced: the invocations share one heap, whose size the JVM was started with.
        query.requireNumber("mem", MIN_MEMORY_BYTES, MAX_MEMORY_BYTES);
        registration.checkFree(id);
        byte[] code = conversation.body(maxBodyBytes);
        if (code.length == 0) {
            throw bad("Field body: the function's code is missing");
        }
        registration.register(id, entryPoint, code);
        conversation.reply("true");
    }

    private void deregister(Conversation conversation) throws IOException, RequestFailure {
        conversation.requireMethod(List.of("POST"));
        registration.deregister(conversation.query(List.of("fid")).require("fid"));
        conversation.reply("true");
    }

    private void invoke(Conversation conversation) throws IOException, RequestFailure {
        conversation.requireMethod(List.of("POST"));
        invoker.invoke(conversation, conversation.body(maxBodyBytes));
    }

    private static RequestFailure bad(String message) {
        return new RequestFailure(FailureKind.BAD_REQUEST, message);
    }

    /**
     * Stops accepting, lets running requests finish, removes all files.
     *
     * @param graceS most seconds to wait for running requests
     * @throws IOException when a file cannot be removed
     */
    public void stop(int graceS) throws IOException {
        server.stop(graceS);
        threads.shutdownNow();
        invoker.close();
        registration.close();
        directory.close();
    }

    @Override
    public void close() throws IOException {
        stop(0);
    }
}
