package org.graalvisor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvocationTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{]", "nope", "1 2", "{\"a\":1}}", "\uFEFF{}", "[1,]", "\"\u0001\"",
            "{'a':1}"})
    void bodiesThatAreNotJsonGet400NamingTheBody(String body) throws IOException {
        try (ServerFixture fixture = new ServerFixture(); HttpClientForTests client = fixture.connect()) {
            fixture.register("echo");
            Answer answer = client.post("/invoke?fid=echo", body);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).contains("Field body");
        }
    }

    @Test
    void bodiesInOtherEncodingsGet400() throws IOException {
        try (ServerFixture fixture = new ServerFixture(); HttpClientForTests client = fixture.connect()) {
            fixture.register("echo");
            assertThat(client.post("/invoke?fid=echo", "{\"a\":1}".getBytes(StandardCharsets.UTF_16)).status())
                    .isEqualTo(400);
            assertThat(client.post("/invoke?fid=echo", "{\"a\":1}".getBytes(StandardCharsets.UTF_16LE)).status())
                    .isEqualTo(400);
            assertThat(client.post("/invoke?fid=echo", new byte[]{'"', (byte) 0xc3, '"'}).status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeoutMs=0", "timeoutMs=-5", "timeoutMs=soon", "timeoutMs=99999999999999999999",
            "timeoutms=5", "fid=echo"})
    void badParametersGet400(String parameter) throws IOException {
        try (ServerFixture fixture = new ServerFixture(); HttpClientForTests client = fixture.connect()) {
            fixture.register("echo");
            Answer answer = client.post("/invoke?fid=echo&" + parameter, "{}");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).contains(parameter.substring(0, parameter.indexOf('=')));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "null", "\"\u00e9\u20ac\uD83D\uDE00\"", "{\"deep\":[[[[{}]]]]}", " [1] "})
    void anyJsonPassesThroughByteForByte(String json) throws IOException {
        try (ServerFixture fixture = new ServerFixture(); HttpClientForTests client = fixture.connect()) {
            fixture.register("echo");
            assertThat(client.post("/invoke?fid=echo", json).text()).isEqualTo(json);
        }
    }

    @Test
    void failuresAreTypedAndTheirIsolatesAreNotUsedAgain() throws IOException {
        try (ServerFixture fixture = new ServerFixture(); HttpClientForTests client = fixture.connect()) {
            fixture.register("echo");
            Answer threw = client.post("/invoke?fid=echo", "[\"throw\"]");
            assertThat(threw.status()).isEqualTo(500);
            assertThat(message(threw)).isEqualTo("java.lang.IllegalStateException: \"no\"\t\u0001 é");
            assertThat(client.post("/invoke?fid=echo", "[\"budget\"]").status()).isEqualTo(507);
            Answer crashed = client.post("/invoke?fid=echo", "[\"crash\"]");
            assertThat(crashed.status()).isEqualTo(500);
            assertThat(crashed.text()).contains("\"internal\"", "the adapter failed");
            assertThat(client.post("/invoke?fid=echo", "{}").status()).isEqualTo(200);
            assertThat(client.post("/invoke?fid=echo", "{}").status()).isEqualTo(200);
            assertThat(fixture.loader.createdIsolates).hasValue(4);
            assertThat(fixture.loader.liveIsolates).hasValue(1);
            assertThat(fixture.metric("graalvisor_invocations_total{outcome=\"threw\"}")).isEqualTo(1);
            assertThat(fixture.metric("graalvisor_invocations_total{outcome=\"over_budget\"}")).isEqualTo(1);
            assertThat(fixture.metric("graalvisor_starts_total{kind=\"warm\"}")).isEqualTo(1);
            assertThat(fixture.metric("graalvisor_isolate_budget_bytes")).isEqualTo(16_777_216);
        }
    }

    @Test
    void isolatesThatCannotBeCreatedGet503() throws IOException {
        try (ServerFixture fixture = new ServerFixture(); HttpClientForTests client = fixture.connect()) {
            fixture.register("echo");
            fixture.loader.capacity = 0;
            Answer answer = client.post("/invoke?fid=echo", "{}");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.head()).contains("Retry-After: 1");
            fixture.loader.capacity = 1;
            assertThat(client.post("/invoke?fid=echo", "{}").status()).isEqualTo(200);
        }
    }

    @Test
    void invocationsOverTheThreadLimitGet503AndTheServerStaysAlive() throws Exception {
        ServerFixture.Knobs knobs = new ServerFixture.Knobs();
        knobs.maxThreads = 2;
        try (ServerFixture fixture = new ServerFixture(knobs)) {
            fixture.register("echo");
            // The thread that registered counts until it is back, which may be after its answer has arrived.
            ServerFixture.eventually("a thread is idle", () -> fixture.idleThreads() > 0);
            List<HttpClientForTests> sleepers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                HttpClientForTests sleeper = fixture.connect();
                sleeper.send(HttpClientForTests.request("POST", "/invoke?fid=echo", "[\"hold\"]".getBytes(
                        StandardCharsets.UTF_8)));
                sleepers.add(sleeper);
            }
            ServerFixture.eventually("both run", () -> fixture.loader.running.get() == 2);
            try (HttpClientForTests client = fixture.connect()) {
                assertThat(client.post("/invoke?fid=echo", "{}").status()).isEqualTo(503);
                assertThat(client.get("/health").status()).isEqualTo(200);
                fixture.loader.released.countDown();
                for (HttpClientForTests sleeper : sleepers) {
                    assertThat(sleeper.read().status()).isEqualTo(200);
                    sleeper.close();
                }
                assertThat(client.post("/invoke?fid=echo", "{}").status()).isEqualTo(200);
            }
        }
    }

    @Test
    void passedDeadlinesGet504AtOnceAndQuarantineUntilTheCallReturns() throws Exception {
        try (ServerFixture fixture = new ServerFixture(); HttpClientForTests client = fixture.connect()) {
            fixture.register("echo");
            Answer answer = client.post("/invoke?fid=echo&timeoutMs=50", "[\"spin\",1000]");
            assertThat(answer.status()).isEqualTo(504);
            assertThat(fixture.loader.running).hasValue(1);
            assertThat(fixture.metric("graalvisor_isolates_quarantined")).isEqualTo(1);
            assertThat(fixture.metric("graalvisor_threads{state=\"quarantined\"}")).isEqualTo(1);
            assertThat(fixture.metric("graalvisor_isolate_budget_bytes")).isEqualTo(16_777_216);
            assertThat(client.post("/invoke?fid=echo", "[1]").text()).isEqualTo("[1]");
            ServerFixture.eventually("the call returns", () -> fixture.loader.liveIsolates.get() == 1);
            assertThat(fixture.metric("graalvisor_isolates_quarantined")).isZero();
            assertThat(fixture.metric("graalvisor_invocations_total{outcome=\"deadline\"}")).isEqualTo(1);
            assertThat(fixture.loader.violations).hasValue(0);
        }
    }

    @Test
    void aQuickFunctionThatSuddenlyBlocksDoesNotStopTheServer() throws Exception {
        try (ServerFixture fixture = new ServerFixture();
                HttpClientForTests client = fixture.connect();
                HttpClientForTests other = fixture.connect()) {
            fixture.register("echo");
            for (int i = 0; i < 200; i++) {
                assertThat(client.post("/invoke?fid=echo", "{}").status()).isEqualTo(200);
            }
            client.send(HttpClientForTests.request("POST", "/invoke?fid=echo", "[\"sleep\",3000]".getBytes(
                    StandardCharsets.UTF_8)));
            ServerFixture.eventually("it runs", () -> fixture.loader.running.get() == 1);
            assertThat(other.get("/health").status()).isEqualTo(200);
            assertThat(fixture.loader.running).as("the sleeper still sleeps").hasValue(1);
        }
    }

    @Test
    void runningInvocationsOutliveTheirDeregistration() throws Exception {
        try (ServerFixture fixture = new ServerFixture();
                HttpClientForTests running = fixture.connect();
                HttpClientForTests client = fixture.connect()) {
            fixture.register("echo");
            running.send(HttpClientForTests.request("POST", "/invoke?fid=echo", "[\"sleep\",600]".getBytes(
                    StandardCharsets.UTF_8)));
            ServerFixture.eventually("it runs", () -> fixture.loader.running.get() == 1);
            assertThat(client.post("/deregister?fid=echo", "").text()).isEqualTo("true");
            assertThat(client.post("/invoke?fid=echo", "{}").status()).isEqualTo(404);
            assertThat(fixture.metric("graalvisor_libraries_lingering")).isEqualTo(1);
            assertThat(fixture.loader.openLibraries).hasValue(1);
            fixture.register("echo");
            assertThat(client.post("/invoke?fid=echo", "{}").status()).isEqualTo(200);
            assertThat(running.read().text()).isEqualTo("[\"sleep\",600]");
            ServerFixture.eventually("the first library is unloaded", () -> fixture.loader.openLibraries.get() == 1);
            assertThat(fixture.metric("graalvisor_libraries_lingering")).isZero();
            assertThat(fixture.loader.violations).hasValue(0);
        }
    }

    @Test
    void idleIsolatesAreTornDown() throws Exception {
        ServerFixture.Knobs knobs = new ServerFixture.Knobs();
        knobs.idleTtlMs = 100;
        try (ServerFixture fixture = new ServerFixture(knobs); HttpClientForTests client = fixture.connect()) {
            fixture.register("echo");
            client.post("/invoke?fid=echo", "{}");
            ServerFixture.eventually("the isolate is gone", () -> fixture.loader.liveIsolates.get() == 0);
            assertThat(fixture.metric("graalvisor_isolate_budget_bytes")).isZero();
            assertThat(client.post("/invoke?fid=echo", "{}").status()).isEqualTo(200);
        }
    }

    @Test
    void twoThousandConcurrentInvocationsOfTwoFunctionsSucceed() throws Exception {
        ServerFixture.Knobs knobs = new ServerFixture.Knobs();
        knobs.maxThreads = 2048;
        try (ServerFixture fixture = new ServerFixture(knobs)) {
            fixture.register("a");
            fixture.register("b");
            List<HttpClientForTests> clients = new ArrayList<>();
            try {
                for (int i = 0; i < 2000; i++) {
                    clients.add(fixture.connect());
                }
                for (int round = 0; round < 2; round++) {
                    String body = round == 0 ? "[\"hold\"]" : "[\"sleep\",300]";
                    for (int i = 0; i < clients.size(); i++) {
                        String target = "/invoke?fid=" + (i % 2 == 0 ? "a" : "b");
                        clients.get(i).send(HttpClientForTests.request("POST", target, body.getBytes(
                                StandardCharsets.UTF_8)));
                    }
                    if (round == 0) {
                        ServerFixture.eventually("all run at once", () -> fixture.loader.running.get() == 2000);
                        fixture.loader.released.countDown();
                    }
                    for (HttpClientForTests client : clients) {
                        assertThat(client.read().text()).isEqualTo(body);
                    }
                }
            } finally {
                for (HttpClientForTests client : clients) {
                    client.close();
                }
            }
            assertThat(fixture.loader.violations).hasValue(0);
        }
    }

    @Test
    void limitedFunctionsGetTheirShareOfTheProcessor() throws IOException {
        ServerFixture.Knobs knobs = new ServerFixture.Knobs();
        knobs.cgroups = Path.of("/sys/fs/cgroup");
        try (ServerFixture fixture = new ServerFixture(knobs); HttpClientForTests client = fixture.connect()) {
            Answer registered = client.post(ServerFixture.REGISTER + "slow&cpuMillis=200", FakeLibraryLoader.CODE);
            Assumptions.assumeTrue(registered.status() == 200, registered::text);
            assertThat(client.post("/invoke?fid=slow", "[\"spin\",10]").status()).isEqualTo(200);
            assertThat(fixture.metric("graalvisor_cpu_limits_available{reason=\"\"}")).isEqualTo(1);
            assertThat(client.post("/deregister?fid=slow", "").status()).isEqualTo(200);
        }
    }

    @Test
    void shutdownLetsRunningInvocationsFinish() throws Exception {
        try (ServerFixture fixture = new ServerFixture(); HttpClientForTests client = fixture.connect()) {
            fixture.register("echo");
            client.send(HttpClientForTests.request("POST", "/invoke?fid=echo", "[\"sleep\",300]".getBytes(
                    StandardCharsets.UTF_8)));
            ServerFixture.eventually("it runs", () -> fixture.loader.running.get() == 1);
            fixture.server.stop(5000);
            assertThat(client.read().head()).contains("200 OK", "Connection: close");
            fixture.server.close();
            assertThat(fixture.loader.liveIsolates).hasValue(0);
            assertThat(fixture.loader.openLibraries).hasValue(0);
            assertThat(fixture.loader.violations).hasValue(0);
        }
    }

    private static String message(Answer answer) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(answer.body())) {
            while (parser.nextToken() != null) {
                if ("message".equals(parser.currentName())) {
                    return parser.nextTextValue();
                }
            }
        }
        throw new IOException("no message in " + answer.text());
    }
}
