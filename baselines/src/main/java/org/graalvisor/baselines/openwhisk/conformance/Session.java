package org.graalvisor.baselines.openwhisk.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A conversation with one fresh runtime. */
final class Session implements AutoCloseable {
    /** A bound and no expectation: Python takes half a minute to start on HotSpot when the machine is busy. */
    private static final Duration REQUEST_LIMIT = Duration.ofMinutes(2);
    /** How long after the reply the sentinels may follow. */
    private static final Duration LOG_LIMIT = Duration.ofSeconds(2);
    /** How long nothing must follow where no sentinel is allowed. */
    private static final Duration SILENCE = Duration.ofMillis(100);
    private static final long POLL_MS = 5;

    private final ConformancePlatform platform;
    private final RuntimeInstance instance;
    private final HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();

    private Session(ConformancePlatform platform, RuntimeInstance instance) {
        this.platform = platform;
        this.instance = instance;
    }

    static Session start(ConformancePlatform platform) throws IOException {
        return start(platform, Map.of());
    }

    static Session start(ConformancePlatform platform, Map<String, String> environment) throws IOException {
        return new Session(platform, platform.start(environment));
    }

    /** Starts a runtime and initialises it with one of the suite's actions. */
    static Session with(ConformancePlatform platform, String fixture) throws IOException, InterruptedException {
        return with(platform, platform.action(fixture, "main"), Map.of());
    }

    static Session with(ConformancePlatform platform, ActionCode action) throws IOException, InterruptedException {
        return with(platform, action, Map.of());
    }

    static Session with(ConformancePlatform platform, ActionCode action, Map<String, String> environment)
            throws IOException, InterruptedException {
        Session session = start(platform, environment);
        try {
            Situation.INIT_OK.expected(platform.language()).require("/init", session.init(action));
            return session;
        } catch (ConformanceFailure | IOException | InterruptedException e) {
            session.close();
            throw e;
        }
    }

    HttpAnswer init(ActionCode action) throws IOException, InterruptedException {
        return post("/init", action.toInit(Map.of()).toString());
    }

    HttpAnswer init(ActionCode action, Map<String, String> environment) throws IOException, InterruptedException {
        return post("/init", action.toInit(environment).toString());
    }

    HttpAnswer run(JsonElement value) throws IOException, InterruptedException {
        return run(value, Map.of());
    }

    HttpAnswer run(JsonElement value, Map<String, String> activation) throws IOException, InterruptedException {
        return post("/run", runBody(value, activation));
    }

    CompletableFuture<HttpAnswer> runLater(JsonElement value) {
        return client.sendAsync(request("/run", runBody(value, Map.of())), BodyHandlers.ofString()).thenApply(
                Session::answer);
    }

    HttpAnswer post(String path, String body) throws IOException, InterruptedException {
        return answer(client.send(request(path, body), BodyHandlers.ofString()));
    }

    private static String runBody(JsonElement value, Map<String, String> activation) {
        JsonObject body = new JsonObject();
        activation.forEach(body::addProperty);
        body.add("value", value);
        return body.toString();
    }

    private HttpRequest request(String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + instance.port() + path)).timeout(REQUEST_LIMIT)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build();
    }

    private static HttpAnswer answer(HttpResponse<String> response) {
        return new HttpAnswer(response.statusCode(), response.body());
    }

    /** Compares a reply with what OpenWhisk's own proxy for the platform's language says. */
    void require(Situation situation, String what, HttpAnswer answer) {
        situation.expected(platform.language()).require(what, answer);
    }

    /** The logs once that many activations have ended in them, and no more follow. */
    Logs logsAfter(long activations) throws IOException, InterruptedException {
        long deadlineNs = System.nanoTime() + LOG_LIMIT.toNanos();
        while (logs().activations() < activations && System.nanoTime() - deadlineNs < 0) {
            Thread.sleep(POLL_MS);
        }
        Thread.sleep(SILENCE);
        Logs logs = logs();
        logs.requireSentinels(activations);
        return logs;
    }

    /** The logs as soon as they hold a text. */
    Logs logsWith(String text) throws IOException, InterruptedException {
        long deadlineNs = System.nanoTime() + LOG_LIMIT.toNanos();
        while (!logs().mention(text) && System.nanoTime() - deadlineNs < 0) {
            Thread.sleep(POLL_MS);
        }
        Logs logs = logs();
        Expect.that(logs.mention(text), "the logs have to hold '" + text + "', they are " + logs);
        return logs;
    }

    Logs logs() throws IOException {
        return Logs.of(instance.stdout(), instance.stderr());
    }

    @Override
    public void close() throws IOException {
        client.shutdownNow();
        instance.close();
    }
}
