package org.graalvisor.harness.runtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.graalvisor.harness.platform.ServerCommand;

/** A runtime in a process of its own, spoken to over HTTP. */
final class RuntimeUnderTest implements AutoCloseable {
    private static final String READY = "graalvisor listening on ";

    private final Process process;
    private final String address;
    private final HttpClient client = HttpClient.newHttpClient();

    /** An answer. */
    record Answer(int status, String body) {}

    private RuntimeUnderTest(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static RuntimeUnderTest start(List<String> command) throws IOException {
        return start(new ServerCommand(command, Map.of()));
    }

    static RuntimeUnderTest start(ServerCommand command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.with("--port", "0").command()).redirectError(
                ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(command.environment());
        Process process = builder.start();
        BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream(),
                StandardCharsets.UTF_8));
        String line = output.readLine();
        if (line == null || !line.startsWith(READY)) {
            process.destroyForcibly();
            throw new IOException("the runtime said '" + line + "' instead of '" + READY + "…'");
        }
        return new RuntimeUnderTest(process, line.substring(READY.length()));
    }

    long pid() {
        return process.pid();
    }

    Answer register(String id, Path code, String memory) {
        try {
            return register(id, Files.readAllBytes(code), "java", memory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer register(String id, byte[] code, String language, String memory) {
        return post("/register?fid=" + id + "&fep=main&language=" + language + "&mem=" + memory, code);
    }

    Answer invoke(String idAndQuery, String json) {
        return post("/invoke?fid=" + idAndQuery, json.getBytes(StandardCharsets.UTF_8));
    }

    Answer invokeBytes(String id, byte[] body) {
        return post("/invoke?fid=" + id, body);
    }

    CompletableFuture<Answer> invokeLater(String id, String json) {
        return client.sendAsync(request("/invoke?fid=" + id, json.getBytes(StandardCharsets.UTF_8)), BodyHandlers
                .ofString())
                .thenApply(RuntimeUnderTest::answer);
    }

    Answer deregister(String id) {
        return post("/deregister?fid=" + id, new byte[0]);
    }

    /** The value of a metric, named with its labels. */
    long metric(String name) {
        String page = send(HttpRequest.newBuilder(URI.create(address + "/metrics")).build()).body();
        return page.lines().filter(line -> line.startsWith(name + " ")).map(line -> line.substring(name.length() + 1))
                .mapToLong(value -> (long) Double.parseDouble(value)).findFirst().orElseThrow();
    }

    private Answer post(String path, byte[] body) {
        return send(request(path, body));
    }

    private HttpRequest request(String path, byte[] body) {
        return HttpRequest.newBuilder(URI.create(address + path)).POST(BodyPublishers.ofByteArray(body)).build();
    }

    private Answer send(HttpRequest request) {
        try {
            return answer(client.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the runtime answered", e);
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.body());
    }

    /** Ends it as an operator would. */
    @Override
    public void close() {
        client.shutdownNow();
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the runtime did not end within 30 s of SIGTERM");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
