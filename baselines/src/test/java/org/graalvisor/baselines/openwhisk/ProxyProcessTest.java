package org.graalvisor.baselines.openwhisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the proxies do as processes: start, refuse to start, and end without leaving anything. */
class ProxyProcessTest {

    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void sigtermEndsItAndRemovesItsFiles(String name) throws Exception {
        ActionProxy proxy = available(name);
        Process process = start(proxy, List.of("--port", "0"));
        try (BufferedReader output = process.inputReader()) {
            assertThat(output.readLine()).startsWith(name + " listening on http://127.0.0.1:");
            process.destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
            assertThat(workDirectories()).isEmpty();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    static Stream<String> names() {
        return ActionProxies.ofThisMachine().stream().map(ActionProxy::name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void wrongOptionsAndTakenPortsEndItWithTheirExitCodes(String name) throws Exception {
        ActionProxy proxy = available(name);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process inUse = start(proxy, List.of("--port", Integer.toString(taken.getLocalPort())));
            assertThat(new String(inUse.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)).contains(
                    "Cannot listen on 127.0.0.1", "choose another --port");
            assertThat(inUse.waitFor()).isEqualTo(5);
        }
        for (List<String> options : List.of(List.of("--prot", "0"), List.of("--port", "65536"), List.of("--port",
                "many"))) {
            Process wrong = start(proxy, options);
            assertThat(new String(wrong.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)).contains(options
                    .getFirst());
            assertThat(wrong.waitFor()).as("%s", options).isEqualTo(2);
        }
        assertThat(workDirectories()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void bodiesOverTheLimitGet413AndOtherPathsAndMethodsAreRefused(String name) throws Exception {
        ActionProxy proxy = available(name);
        Process process = start(proxy, List.of("--port", "0", "--max-body-bytes", "1000"));
        try (HttpClient client = HttpClient.newHttpClient(); BufferedReader output = process.inputReader()) {
            String address = output.readLine().replaceFirst(".*(http:.*)", "$1");
            assertThat(send(client, "POST", address + "/run", "a".repeat(1001))).isEqualTo(413);
            assertThat(send(client, "POST", address + "/other", "{}")).isEqualTo(404);
            assertThat(send(client, "POST", address + "/running", "{}")).isEqualTo(404);
            assertThat(send(client, "PUT", address + "/run", "{}")).isEqualTo(405);
            assertThat(send(client, "POST", address + "/run", "{}")).isIn(403, 500, 502);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void itEndsWhenTheProcessThatStartedItIsKilled(String name) throws Exception {
        available(name);
        Process starter = starter(name);
        try (BufferedReader output = starter.inputReader()) {
            assertThat(output.readLine()).contains("listening on");
            ProcessHandle proxy = starter.children().findFirst().orElseThrow();
            starter.destroyForcibly().waitFor();
            assertThat(proxy.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
        } finally {
            starter.destroyForcibly().waitFor();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void theStarterEndsItOnSigtermAndLeavesNothing(String name) throws Exception {
        available(name);
        Process starter = starter(name);
        try (BufferedReader output = starter.inputReader()) {
            assertThat(output.readLine()).contains("listening on");
            ProcessHandle proxy = starter.children().findFirst().orElseThrow();
            starter.destroy();
            assertThat(starter.waitFor(15, TimeUnit.SECONDS)).isTrue();
            assertThat(proxy.isAlive()).isFalse();
            assertThat(workDirectories()).isEmpty();
        } finally {
            starter.destroyForcibly().waitFor();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void aProxyThatCannotStartIsReportedWithWhatItSaid(String name) throws Exception {
        ActionProxy proxy = available(name);
        ActionProxy broken = new ActionProxy() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public ActionLanguage language() {
                return proxy.language();
            }

            @Override
            public Optional<String> unavailable() {
                return Optional.empty();
            }

            @Override
            public List<String> command(Path scratch, List<String> options) throws IOException {
                return proxy.command(scratch, List.of("--no-such-option"));
            }
        };

        assertThatThrownBy(() -> ProxyProcess.start(broken, Map.of())).isInstanceOf(IOException.class)
                .hasMessageContainingAll("exit code 2", "--no-such-option");
    }

    private static ActionProxy available(String name) {
        ActionProxy proxy = ActionProxies.find(name).orElseThrow();
        Assumptions.assumeTrue(proxy.unavailable().isEmpty(), () -> "unavailable: " + proxy.unavailable()
                .orElseThrow());
        return proxy;
    }

    private Process start(ActionProxy proxy, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(proxy.command(Files.createDirectories(directory.resolve("scratch")),
                options));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("TMPDIR", directory.resolve("scratch").toString());
        return builder.start();
    }

    private List<Path> workDirectories() throws IOException {
        try (Stream<Path> found = Files.walk(directory)) {
            return found.filter(file -> file.getFileName().toString().startsWith("openwhisk-")).toList();
        }
    }

    private static int send(HttpClient client, String method, String address, String body) throws IOException,
            InterruptedException {
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(address)).method(method,
                BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        return answer.statusCode();
    }

    /** The program that starts a proxy and ends with it. */
    private Process starter(String name) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + directory, "-cp", System.getProperty("java.class.path"), OpenWhiskMain.class
                        .getName(), name, "--port", "0").start();
    }
}
