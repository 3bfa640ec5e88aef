package org.graalvisor.baselines.photons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotonsProcessTest {
    private static final String REGISTER = "/register?fid=f&fep=F%23main&language=java&mem=16777216";

    @TempDir
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Process> started = new ArrayList<>();
    private String address = "";

    @AfterEach
    void endEverything() throws InterruptedException {
        client.close();
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void registersInvokesConcurrentlyAndAnswersErrorsAsTheRuntimeDoes() throws Exception {
        start("--port", "0", "--max-body-bytes", "100000", "--max-threads", "4");
        byte[] jar = jar("""
                public class F {
                    static int count;
                    public static String main(String json) throws Exception {
                        if (json.contains("throw")) { throw new IllegalStateException("\\"why\\""); }
                        if (json.contains("null")) { return null; }
                        if (json.contains("memory")) { return "" + new long[Integer.MAX_VALUE - 8].length; }
                        if (json.contains("sleep")) { Thread.sleep(1500); }
                        return "{\\"count\\":" + ++count + "}";
                    }
                }
                """);

        assertThat(post("/invoke?fid=f", "{}").statusCode()).isEqualTo(404);
        assertThat(post(REGISTER, jar).body()).isEqualTo("true");
        assertThat(post(REGISTER, jar).statusCode()).isEqualTo(409);
        assertThat(post(REGISTER.replace("fid=f", "fid=other"), jar).statusCode()).isEqualTo(409);
        assertThat(get("/health").body()).isEqualTo("{\"status\":\"ok\"}");
        assertThat(get("/invoke").statusCode()).isEqualTo(405);
        assertThat(get("/nothing").body()).contains("unknown-path");
        assertThat(get("/healthy").statusCode()).isEqualTo(404);
        assertThat(post("/invoke?fid=f", "{}").body()).isEqualTo("{\"count\":1}");
        assertThat(post("/invoke?fid=f", "{\"a\":\"❄\"}").body()).isEqualTo("{\"count\":1}");
        assertError(post("/invoke?fid=f", "{} {}"), 400, "bad-request");
        assertError(post("/invoke?fid=f&timeout=1", "{}"), 400, "timeout");
        assertError(post("/invoke?fid=f", "\"throw\""), 500, "java.lang.IllegalStateException: \\\"why\\\"");
        assertError(post("/invoke?fid=f", "\"null\""), 500, "returned null");
        assertError(post("/invoke?fid=f", "\"memory\""), 507, "memory-budget-exceeded");
        assertError(post("/invoke?fid=f&timeoutMs=50", "\"sleep\""), 504, "deadline-exceeded");
        assertError(post("/invoke?fid=f", "\"" + "a".repeat(100_000) + "\""), 413, "content-too-large");
        List<CompletableFuture<HttpResponse<String>>> sleepers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            sleepers.add(client.sendAsync(request("/invoke?fid=f", "\"sleep\"".getBytes(StandardCharsets.UTF_8)),
                    BodyHandlers.ofString()));
        }
        List<HttpResponse<String>> answers = sleepers.stream().map(CompletableFuture::join).toList();
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).isNotEmpty().allSatisfy(
                answer -> assertThat(answer.body()).isEqualTo("{\"count\":1}"));
        assertThat(answers).filteredOn(answer -> answer.statusCode() != 200).isNotEmpty().allSatisfy(answer -> {
            assertError(answer, 503, "no-capacity");
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        });
        assertThat(post("/deregister?fid=f", "").body()).isEqualTo("true");
        assertThat(post("/deregister?fid=f", "").statusCode()).isEqualTo(404);
        assertThat(files()).hasSize(1);
    }

    @Test
    void codeThatCannotBeIsolatedGets422NamingClassAndMember() throws Exception {
        start("--port", "0");
        assertError(post(REGISTER, jar("public class F { public static String main(String json) { System.exit(1);"
                + " return json; } }")), 422, "class F, method main: calls java.lang.System.exit");
        assertError(post(REGISTER, "no jar".getBytes(StandardCharsets.UTF_8)), 422, "unloadable-code");
        assertError(post(REGISTER, new byte[0]), 400, "body");
        assertError(post("/register?fid=f&fep=F%23main&language=cobol&mem=16777216", new byte[1]), 400, "language");
        assertError(post("/register?fid=f&fep=F%23main&language=java&mem=1", new byte[1]), 400, "mem");
        assertThat(post(REGISTER, jar("public class F { public static String main(String json) { return json; } }"))
                .statusCode()).isEqualTo(200);
    }

    @Test
    void sigtermRemovesAllFiles() throws Exception {
        Process process = start("--port", "0");
        post(REGISTER, jar("public class F { public static String main(String json) { return json; } }"));
        assertThat(files()).isNotEmpty();

        process.destroy();

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(files()).isEmpty();
    }

    @Test
    void endsWithItsStandardInputIfAskedTo() throws Exception {
        Process process = start("--port", "0", "--end-with-stdin");

        process.getOutputStream().close();

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(files()).isEmpty();
    }

    @Test
    void wrongCommandLinesAndTakenPortsEndWithTheirExitCodes() throws Exception {
        start("--port", "0");
        String port = address.substring(address.lastIndexOf(':') + 1);
        for (List<String> each : List.of(List.of("2", "--prot", "--prot", "1"), List.of("2", "65535", "--port",
                "65536"), List.of("5", "choose another --port", "--port", port))) {
            Process process = launch(each.subList(2, each.size()));
            assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)).contains(each.get(
                    1));
            assertThat(process.waitFor()).isEqualTo(Integer.parseInt(each.getFirst()));
        }
    }

    private void assertError(HttpResponse<String> answer, int status, String text) {
        assertThat(answer.body()).contains(text);
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    private byte[] jar(String source) throws IOException {
        return Files.readAllBytes(FunctionCompiler.jar(directory, source));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.filter(file -> file.getFileName().toString().startsWith("photons-")).toList();
        }
    }

    private Process start(String... options) throws IOException {
        Process process = launch(List.of(options));
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        assertThat(line).startsWith("photons listening on http://127.0.0.1:");
        address = line.substring(line.indexOf("http"));
        return process;
    }

    private Process launch(List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-Xmx64m", "-Djava.io.tmpdir=" + directory, "-cp", System.getProperty("java.class.path"),
                PhotonsMain.class.getName()));
        command.addAll(options);
        Process process = new ProcessBuilder(command).start();
        started.add(process);
        return process;
    }

    private HttpRequest request(String target, byte[] body) {
        return HttpRequest.newBuilder(URI.create(address + target)).POST(BodyPublishers.ofByteArray(body)).build();
    }

    private HttpResponse<String> post(String target, byte[] body) throws IOException, InterruptedException {
        return client.send(request(target, body), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String target, String body) throws IOException, InterruptedException {
        return post(target, body.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> get(String target) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address + target)).build(), BodyHandlers.ofString());
    }
}
