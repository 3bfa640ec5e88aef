package org.graalvisor.harness.oci;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.graalvisor.harness.build.BuildProgress;
import org.graalvisor.harness.build.Images;
import org.graalvisor.program.ScriptLanguage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real runtime, started in nothing but the root file system of its image. Script libraries are in it when they are built. */
@Tag("native")
class PackagedRuntimeTest {
    @TempDir
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void theImagesRuntimeServesFunctionsOfAllItsLanguages() throws Exception {
        Assumptions.assumeTrue(System.getProperty("user.name").equals("root"), "unavailable: only root may chroot");
        Images images = Images.of(System.getenv(), Path.of(System.getProperty("graalvisor.root"),
                "runtime/native-toolchain/target/builder"), new BuildProgress(System.err, System::nanoTime));
        Map<String, Path> libraries = new TreeMap<>();
        for (ScriptLanguage language : ScriptLanguage.values()) {
            if (images.hasScriptLibrary(language)) {
                libraries.put(language.id(), images.scriptLibrary(language));
            }
        }
        RuntimeLayers layers = new RuntimeLayers(images.runtime(), libraries);
        Path layout = directory.resolve("image");
        ImageLayout.write(layout, new ImageConfiguration("graalvisor:test", ImageConfiguration.ofThisMachine(), layers
                .entryPoint(), Map.of(), 8080), layers.layers());
        Process process = start(layout, layers.entryPoint());
        try (BufferedReader output = process.inputReader()) {
            String line = output.readLine();
            assertThat(line).contains("listening on http://0.0.0.0:");
            String address = "http://127.0.0.1:" + line.substring(line.lastIndexOf(':') + 1);
            register(address, "java", BodyPublishers.ofFile(images.function("helloworld")));
            if (libraries.containsKey("javascript")) {
                register(address, "javascript", BodyPublishers.ofString(
                        "function main(json) { return '{\"result\":\"Hello World!\"}'; }"));
            }
            if (libraries.containsKey("python")) {
                register(address, "python", BodyPublishers.ofString(
                        "import textwrap\ndef main(arguments):\n    return '{\"result\":\"Hello World!\"}'\n"));
            }
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private void register(String address, String language, BodyPublisher code) throws Exception {
        String memory = language.equals("python") ? "268435456" : "67108864";
        assertThat(post(address + "/register?fid=" + language + "&fep=main&mem=" + memory + "&language=" + language,
                code)).isEqualTo("true");
        assertThat(post(address + "/invoke?fid=" + language, BodyPublishers.ofString("{}"))).contains("Hello World!");
    }

    private String post(String address, BodyPublisher body) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address)).POST(body).build(), BodyHandlers.ofString())
                .body();
    }

    /** With /proc, as every container has it; the mount is the process's own and ends with it. */
    private Process start(Path layout, List<String> entryPoint) throws Exception {
        Path root = Files.createDirectories(directory.resolve("root"));
        ObjectMapper json = new ObjectMapper();
        JsonNode index = json.readTree(layout.resolve("index.json").toFile());
        JsonNode manifest = json.readTree(blob(layout, index.get("manifests").get(0)).toFile());
        for (JsonNode layer : manifest.get("layers")) {
            run("tar", "-xzf", blob(layout, layer).toString(), "-C", root.toString());
        }
        List<String> words = new ArrayList<>(List.of("unshare", "--mount", "sh", "-c",
                "mount --rbind /proc \"$0/proc\" && exec chroot \"$0\" \"$@\"", root.toString()));
        words.addAll(entryPoint);
        words.addAll(List.of("--port", "0"));
        return new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static Path blob(Path layout, JsonNode descriptor) {
        return layout.resolve("blobs").resolve(descriptor.get("digest").asText().replace(':', '/'));
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor()).isZero();
    }
}
