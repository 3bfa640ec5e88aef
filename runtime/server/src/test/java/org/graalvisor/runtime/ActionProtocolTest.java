package org.graalvisor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.graalvisor.runtime.openwhisk.ActionDialect;
import org.graalvisor.runtime.openwhisk.ActionLogs;
import org.graalvisor.runtime.openwhisk.ActionSettings;
import org.junit.jupiter.api.Test;

/** OpenWhisk's protocol over fake libraries, with Java's replies; the conformance suite tries all languages over real ones. */
class ActionProtocolTest {
    private static final String CODE = Base64.getEncoder().encodeToString(FakeLibraryLoader.CODE);
    private static final String SENTINEL = "XXX_THE_END_OF_A_WHISK_ACTIVATION_XXX\n";
    private static final String NOTHING_IS_LOST_OF = "{\"a\":[1.50,1e400,\"\\u2603 \\\"\", null],\"b\":{}}";

    private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

    private ServerFixture start(ActionDialect dialect, Map<String, String> environment, long timeoutMs)
            throws IOException {
        ServerFixture.Knobs knobs = new ServerFixture.Knobs();
        knobs.timeoutMs = timeoutMs;
        knobs.action = Optional.of(new ActionSettings(dialect, environment, new ActionLogs(stdout, stderr), 1 << 24));
        return new ServerFixture(knobs);
    }

    private ServerFixture start(Map<String, String> environment) throws IOException {
        return start(ActionDialect.JAVA, environment, 10_000);
    }

    private static Answer init(HttpClientForTests client, String main) throws IOException {
        return client.post("/init", "{\"value\":{\"name\":\"echo\",\"main\":\"" + main + "\",\"code\":\"" + CODE
                + "\",\"binary\":true,\"env\":{\"NUMBER\":7,\"OBJECT\":{\"a\":[\"b\"]},\"TEXT\":\"❄\"}}}");
    }

    private static Answer run(HttpClientForTests client, String value) throws IOException {
        return client.post("/run", "{\"activation_id\":\"i\",\"deadline\":12,\"value\":" + value + "}");
    }

    private String errors() {
        return stderr.toString(StandardCharsets.UTF_8);
    }

    @Test
    void anActionIsInitializedOnceAndRunAsOftenAsWanted() throws IOException {
        try (ServerFixture fixture = start(Map.of()); HttpClientForTests client = fixture.connect()) {
            assertThat(run(client, "{}").text()).isEqualTo("{\"error\":\"Cannot invoke an uninitialized action.\"}");
            assertThat(init(client, "Echo").text()).isEqualTo("OK");
            assertThat(run(client, NOTHING_IS_LOST_OF).text()).isEqualTo(NOTHING_IS_LOST_OF);
            assertThat(client.post("/run", "{}").text()).isEqualTo("{}");
            assertThat(client.post("/run", "{\"value\":null}").text()).isEqualTo("{}");
            Answer second = init(client, "Echo");
            assertThat(second.status()).isEqualTo(502);
            assertThat(second.text()).contains("Cannot initialize the action more than once.");
            assertThat(stdout.toString(StandardCharsets.UTF_8)).isEqualTo(SENTINEL.repeat(3));
            assertThat(fixture.loader.createdIsolates).hasValue(1);
            assertThat(fixture.loader.violations).hasValue(0);
        }
    }

    @Test
    void whatGoesWrongIsAnsweredAsByOpenWhisksProxyAndLoggedBeforeTheSentinel() throws IOException {
        try (ServerFixture fixture = start(Map.of()); HttpClientForTests client = fixture.connect()) {
            assertThat(client.post("/init", "{}").text()).contains("Missing main/no code to execute.");
            assertThat(client.post("/init", "{\"value\":").status()).isEqualTo(502);
            assertThat(client.post("/init", "{\"value\":{\"main\":\"Echo\",\"code\":\"UEsDBAAA\"}}").text()).contains(
                    "An error has occurred (see logs for details): ", "UnloadableLibraryException");
            assertThat(init(client, "Missing").text()).contains("ClassNotFoundException: Missing");
            assertThat(init(client, "Echo").status()).isEqualTo(200);
            for (String body : List.of("{\"value\":", "", "[]", "{} {}", "{\"value\":1}")) {
                assertThat(client.post("/run", body).status()).as(body).isEqualTo(502);
            }
            assertThat(run(client, "[\"throw\"]").text()).contains(
                    "An error has occurred while invoking the action (see logs for details): java.lang.IllegalState");
            assertThat(errors()).contains("IllegalStateException: no\n" + SENTINEL);
            assertThat(run(client, "[\"null\"]").text()).contains("The action returned null");
            assertThat(run(client, "[1]").text()).isEqualTo("[1]");
        }
    }

    @Test
    void variablesOfInitAndActivationReachTheAction() throws IOException {
        try (ServerFixture fixture = start(Map.of("__OW_API_HOST", "host"));
                HttpClientForTests client = fixture
                        .connect()) {
            init(client, "Echo");
            assertThat(run(client, "[\"environment\"]").text()).isEqualTo(
                    "[\"__OW_ACTIVATION_ID=i\",\"__OW_DEADLINE=12\"]");
        }
    }

    @Test
    void anIsolateThatFailedIsReplacedByOneThatKnowsTheAction() throws IOException {
        try (ServerFixture fixture = start(Map.of()); HttpClientForTests client = fixture.connect()) {
            init(client, "Echo");
            assertThat(run(client, "[\"budget\"]").status()).isEqualTo(502);
            assertThat(run(client, "[2]").text()).isEqualTo("[2]");
            assertThat(fixture.loader.createdIsolates).hasValue(2);
        }
    }

    @Test
    void activationsOverlapOnlyWhenTheyMay() throws Exception {
        for (boolean concurrent : List.of(false, true)) {
            try (ServerFixture fixture = start(Map.of("__OW_ALLOW_CONCURRENT", Boolean.toString(concurrent)));
                    HttpClientForTests client = fixture.connect()) {
                init(client, "Echo");
                runAtOnce(fixture, 4);
                assertThat(fixture.loader.mostRunning.get()).isEqualTo(concurrent ? 4 : 1);
            }
        }
    }

    private static void runAtOnce(ServerFixture fixture, int activations) throws Exception {
        Callable<Answer> activation = () -> {
            try (HttpClientForTests client = fixture.connect()) {
                return run(client, "[\"sleep\",200]");
            }
        };
        List<Future<Answer>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(activations)) {
            for (int i = 0; i < activations; i++) {
                answers.add(threads.submit(activation));
            }
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void anActivationThatTakesTooLongIsAnsweredAtItsDeadline() throws IOException {
        try (ServerFixture fixture = start(ActionDialect.JAVA, Map.of(), 100);
                HttpClientForTests client = fixture
                        .connect()) {
            init(client, "Echo");
            Answer answer = run(client, "[\"sleep\",400]");
            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.text()).contains("did not finish within 100 ms");
        }
    }

    @Test
    void anActionThatEndsItsProcessIsGone() throws IOException {
        try (ServerFixture fixture = start(Map.of()); HttpClientForTests client = fixture.connect()) {
            init(client, "Echo");
            Answer answer = run(client, "[\"exit\"]");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).contains("command exited");
            assertThat(run(client, "{}").text()).contains("uninitialized");
            assertThat(fixture.loader.liveIsolates).hasValue(0);
            assertThat(fixture.loader.openLibraries).hasValue(0);
        }
    }

    @Test
    void itIsHealthyAndHasNoPathsOfTheOtherProtocol() throws IOException {
        try (ServerFixture fixture = start(Map.of()); HttpClientForTests client = fixture.connect()) {
            assertThat(client.get("/health").text()).contains("ok");
            assertThat(client.get("/metrics").text()).contains("graalvisor_isolates");
            assertThat(client.get("/run").status()).isEqualTo(405);
            assertThat(client.post("/invoke?fid=a", "{}").status()).isEqualTo(404);
        }
    }

    @Test
    void theOtherLanguagesAnswerInTheirOwnWords() throws IOException {
        try (ServerFixture fixture = start(ActionDialect.JAVASCRIPT, Map.of(), 1000);
                HttpClientForTests client = fixture
                        .connect()) {
            assertThat(client.post("/run", "{}").text()).isEqualTo("{\"error\":\"System not initialized.\"}");
            assertThat(client.post("/init", "{}").status()).isEqualTo(403);
            assertThat(client.post("/init", "{").status()).isEqualTo(500);
        }
        try (ServerFixture fixture = start(ActionDialect.PYTHON, Map.of(), 1000);
                HttpClientForTests client = fixture
                        .connect()) {
            assertThat(client.post("/run", "{}").text()).isEqualTo("{\"error\":\"no action defined yet\"}");
            assertThat(client.post("/init", "{").status()).isEqualTo(400);
        }
    }
}
