package org.graalvisor.baselines.photons.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.graalvisor.baselines.photons.FunctionCompiler;
import org.graalvisor.workloads.java.FileHashing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The functions of Table 1 with the library they use, Jackson, in one jar. */
class TableOneTest {

    @TempDir
    Path directory;

    @Test
    void functionsWithTheirLibraryRunConcurrently() throws Exception {
        Path jar = functionJar();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = "abc".getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String json = "{\"url\":\"http://127.0.0.1:" + server.getAddress().getPort() + "/\"}";
        try (FunctionImage hello = FunctionImage.load(jar, "org.graalvisor.workloads.java.HelloWorld#main");
                FunctionImage hashing = FunctionImage.load(jar, "org.graalvisor.workloads.java.FileHashing#main");
                FunctionImage spinning = FunctionImage.load(jar, "org.graalvisor.workloads.java.AllocateAndRun#main");
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            assertThat(hello.invoke("{}")).contains("{\"result\":\"Hello World!\"}");
            assertThat(spinning.invoke("{\"bytes\":1048576,\"durationMs\":1,\"mode\":\"sleep\"}").orElseThrow())
                    .startsWith("{\"bytes\":1048576,");
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(() -> hashing.invoke(json).orElseThrow());
            }
            for (Future<String> reply : threads.invokeAll(calls)) {
                // MD5 of "abc", from RFC 1321.
                assertThat(reply.get()).contains("900150983cd24fb0d6963f7d28e17f72");
            }
        } finally {
            server.stop(0);
        }
    }

    private Path functionJar() throws IOException, URISyntaxException {
        Path classes = Files.createDirectory(directory.resolve("classes"));
        copyClasses(location(FileHashing.class), classes);
        copyClasses(location(JsonFactory.class), classes);
        return FunctionCompiler.pack(classes, directory.resolve("functions.jar"));
    }

    private static Path location(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static void copyClasses(Path from, Path target) throws IOException {
        if (Files.isDirectory(from)) {
            copyTree(from, target);
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(from)) {
            copyTree(jar.getPath("/"), target);
        }
    }

    private static void copyTree(Path root, Path target) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(root)) {
            // Classify tells ONNX Runtime by a system property where its libraries are, which Photons refuses.
            files = found.filter(file -> file.toString().endsWith(".class") && !file.toString().contains("META-INF")
                    && !file.toString().endsWith("/Classify.class")).toList();
        }
        for (Path file : files) {
            Path copy = target.resolve(root.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
