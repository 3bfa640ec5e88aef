package org.graalvisor.action.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.graalvisor.action.ActionHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActionJarTest {
    private static final String ACTION = """
            import com.google.gson.JsonObject;
            public class Probe {
                interface Shape { default int size() { return 1; } }
                record Square(int side) implements Shape { public int size() { return side * side; } }
                static final String AT_LOAD = System.getenv("AT_LOAD");
                public static JsonObject main(JsonObject arguments) {
                    Shape shape = arguments.has("side") ? new Square(arguments.get("side").getAsInt()) : new Shape() {};
                    arguments.addProperty("size", shape.size());
                    arguments.addProperty("variable", System.getenv("__OW_NAME"));
                    arguments.addProperty("all", System.getenv().containsKey("PATH"));
                    arguments.addProperty("atLoad", AT_LOAD);
                    return arguments;
                }
                public static String exit(String json) {
                    Shape shape = json.isEmpty() ? new Square(2) : new Shape() {};
                    if (shape.size() == 1) {
                        Runtime.getRuntime().halt(3);
                    }
                    System.exit(1);
                    return json;
                }
                public static String nothing(String json) { return null; }
                public static String text(String json) { return "\\"text\\""; }
                public int number(String json) { return 1; }
            }
            """;

    @TempDir
    Path directory;

    private Path prepared() throws IOException {
        Path source = Files.writeString(directory.resolve("Probe.java"), ACTION);
        Path classes = Files.createDirectories(directory.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            StringWriter messages = new StringWriter();
            boolean compiled = compiler.getTask(messages, files, null, List.of("-proc:none", "-d", classes.toString(),
                    "-cp", System.getProperty("java.class.path")), null, files.getJavaFileObjects(source)).call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
        Path jar = directory.resolve("action.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> found = Files.list(
                        classes)) {
            for (Path file : found.toList()) {
                zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                zip.write(Files.readAllBytes(file));
                zip.closeEntry();
            }
        }
        Path output = directory.resolve("prepared.jar");
        ActionJar.prepare(jar, output);
        return output;
    }

    /** As in an isolate: a class loader with nothing but the host, Gson and the action. */
    private static final class Isolate implements AutoCloseable {
        private final URLClassLoader loader;
        private final PrintStream out = System.out;
        private final PrintStream err = System.err;

        Isolate(Path action) throws IOException {
            loader = new URLClassLoader(new URL[]{action.toUri().toURL(), ActionHost.class.getProtectionDomain()
                    .getCodeSource().getLocation(), JsonObject.class.getProtectionDomain()
                            .getCodeSource().getLocation()}, ClassLoader.getPlatformClassLoader());
        }

        String say(String message) throws ReflectiveOperationException {
            return (String) loader.loadClass(ActionHost.class.getName()).getMethod("main", String.class).invoke(null,
                    message);
        }

        @Override
        public void close() throws IOException {
            System.setOut(out);
            System.setErr(err);
            loader.close();
        }
    }

    @Test
    void theEnvironmentIsThatOfTheIsolateAndChangesWithTheActivation() throws Exception {
        try (Isolate isolate = new Isolate(prepared())) {
            assertThat(isolate.say("R\0\0{}")).isEqualTo("i");
            assertThat(isolate.say("IAT_LOAD=a=b\0\0Probe")).isEqualTo("r{}");
            assertThat(isolate.say("R__OW_NAME=\u2603\0\0{\"side\":3}")).isEqualTo(
                    "r{\"side\":3,\"size\":9,\"variable\":\"\u2603\",\"all\":false,\"atLoad\":\"a=b\"}");
            assertThat(isolate.say("R__OW_NAME=other\0\0{}")).contains("\"size\":1", "\"variable\":\"other\"");
        }
    }

    @Test
    void exitsAreRefusedAndOtherResultsTold() throws Exception {
        try (Isolate isolate = new Isolate(prepared())) {
            isolate.say("I\0\0Probe#exit");
            assertThat(isolate.say("R\0\0{}")).startsWith("ejava.lang.SecurityException: System.exit() is not")
                    .endsWith(
                            "status 3");
            isolate.say("I\0\0Probe#nothing");
            assertThat(isolate.say("R\0\0{}")).isEqualTo("n");
            isolate.say("I\0\0Probe#text");
            assertThat(isolate.say("R\0\0{}")).startsWith("E").contains("neither object nor array");
            isolate.say("I\0\0Probe");
            assertThat(isolate.say("R\0\0[1]")).startsWith("Ejava.lang.IllegalArgumentException");
        }
    }

    @Test
    void wrongEntryPointsAreNamed() throws Exception {
        try (Isolate isolate = new Isolate(prepared())) {
            for (String main : List.of("", "x", "!", "#", "#main", "Probe#bogus", "Probe#number")) {
                assertThat(isolate.say("I\0\0" + main)).as(main).startsWith("E");
            }
            assertThat(isolate.say("{\"a\":1}")).contains("--protocol openwhisk");
        }
    }

    @Test
    void allClassesAreKnownAtRunTimeAndEqualJarsStayEqual() throws Exception {
        Path first = Files.copy(prepared(), directory.resolve("first.jar"));
        assertThat(first).hasSameBinaryContentAs(prepared());
        try (ZipFile zip = new ZipFile(first.toFile())) {
            String metadata = new String(zip.getInputStream(zip.getEntry(
                    "META-INF/native-image/org.graalvisor.action/reachability-metadata.json")).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(metadata).contains("{\"type\":\"Probe$Square\",\"allPublicMethods\":true}");
        }
    }

    @Test
    void aJarWithoutClassesIsRefused() throws IOException {
        Path empty = directory.resolve("empty.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(empty))) {
            zip.putNextEntry(new ZipEntry("text.txt"));
        }
        assertThatThrownBy(() -> ActionJar.prepare(empty, directory.resolve("out.jar"))).isInstanceOf(
                IOException.class).hasMessageContaining("holds no class");
    }
}
