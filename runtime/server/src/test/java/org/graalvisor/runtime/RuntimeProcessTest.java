package org.graalvisor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeProcessTest {

    @TempDir
    Path directory;

    @Test
    void sigtermRemovesAllFilesAndSigkillIsCleanedUpByTheNextRuntime() throws Exception {
        Process killed = start("--port", "0");
        try {
            register(port(killed));
            assertThat(leftovers()).hasSize(1);
        } finally {
            killed.destroyForcibly().waitFor();
        }
        Path left = leftovers().get(0);
        Process ended = start("--port", "0");
        try {
            register(port(ended));
            ServerFixture.eventually("leftovers are removed", () -> !Files.exists(left));
            ended.destroy();
            assertThat(ended.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(ended.exitValue()).isEqualTo(143);
            assertThat(leftovers()).isEmpty();
        } finally {
            ended.destroyForcibly().waitFor();
        }
    }

    @Test
    void wrongCommandLinesAndTakenPortsEndWithTheirExitCodes() throws Exception {
        Process wrong = start("--prot", "0");
        assertThat(new String(wrong.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)).contains(
                "did you mean --port");
        assertThat(wrong.waitFor()).isEqualTo(2);
        try (ServerFixture fixture = new ServerFixture()) {
            Process taken = start("--port", Integer.toString(fixture.server.port()));
            assertThat(new String(taken.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)).contains("in use",
                    "--port");
            assertThat(taken.waitFor()).isEqualTo(5);
        }
    }

    @Test
    void itListensAtThePortOfTheEnvironmentAndAnswersWhatRunsBeforeSigtermEndsIt() throws Exception {
        int free;
        try (ServerFixture fixture = new ServerFixture()) {
            free = fixture.server.port();
        }
        Process process = start(Map.of("PORT", Integer.toString(free)));
        try {
            assertThat(port(process)).isEqualTo(free);
            register(free);
            try (HttpClientForTests client = new HttpClientForTests(free);
                    HttpClientForTests other = new HttpClientForTests(free)) {
                assertThat(client.get("/health").status()).isEqualTo(200);
                client.send(HttpClientForTests.request("POST", "/invoke?fid=f", "[\"sleep\",700]".getBytes(
                        StandardCharsets.US_ASCII)));
                // Whoever answers this has polled after the invocation was sent, and so knows of it.
                assertThat(other.get("/health").status()).isEqualTo(200);
                process.destroy();
                assertThat(client.read().text()).isEqualTo("[\"sleep\",700]");
            }
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void itEndsWithItsStandardInputWhenTold() throws Exception {
        Process process = start("--port", "0", "--end-with-stdin");
        try {
            port(process);
            process.getOutputStream().close();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Process start(String... arguments) throws IOException {
        return start(Map.of(), arguments);
    }

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-Xmx64m",
                "-Djava.io.tmpdir=" + directory, "-cp", System.getProperty("java.class.path"), FakeRuntimeMain.class
                        .getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static int port(Process process) throws IOException {
        try (BufferedReader output = process.inputReader()) {
            String line = output.readLine();
            assertThat(line).startsWith("graalvisor listening on http://127.0.0.1:");
            return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
        }
    }

    private static void register(int port) throws IOException {
        try (HttpClientForTests client = new HttpClientForTests(port)) {
            assertThat(client.post(ServerFixture.REGISTER + "f", FakeLibraryLoader.CODE).status()).isEqualTo(200);
            assertThat(client.post("/invoke?fid=f", "[1]").text()).isEqualTo("[1]");
        }
    }

    private List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("graalvisor-")).toList();
        }
    }
}
