package org.graalvisor.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.graalvisor.results.RunReader;
import org.graalvisor.results.RunState;
import org.graalvisor.results.RunStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/adding-a-workload.md and docs/adding-a-platform.md compile, are found and can be measured. */
class PluginDocumentsTest {
    private static final Path DOCUMENTS = Path.of(System.getProperty("graalvisor.root", "."), "docs");
    private static final int TIMEOUT_SECONDS = 120;

    @TempDir
    private static Path folder;

    private static Path jar;

    @BeforeAll
    static void buildThePlugin() throws IOException {
        Map<String, String> files = new TreeMap<>(DocumentedFiles.read(DOCUMENTS.resolve("adding-a-workload.md")));
        files.putAll(DocumentedFiles.read(DOCUMENTS.resolve("adding-a-platform.md")));
        assertThat(files).hasSize(10);
        Path sources = folder.resolve("example");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = sources.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        compile(sources);
        jar = pack(sources, folder.resolve("example.jar"));
    }

    @Test
    void theyAreListed() throws Exception {
        assertThat(run("list")).containsPattern("wordcount +Java +counts words +a sentence .*one-jvm").containsPattern(
                "wordcount-python +Python +counts words .*").containsPattern("one-jvm +Java 25");
    }

    @Test
    void theyAreMeasured() throws Exception {
        String words = shortened("words.yaml");
        String oneJvm = shortened("one-jvm.yaml");

        run("run", words, oneJvm, "--languages", "java,python", "--results", folder.toString());

        assertThat(cells("words")).contains("one-jvm.wordcount.concurrency1.run1");
        assertThat(cells("one-jvm")).contains("one-jvm.helloworld.concurrency1.run1",
                "one-jvm.filehashing.concurrency1.run1", "jvm-hello.helloworld.concurrency1.run1");
    }

    /** As documented, but with fewer requests and without native images. */
    private static String shortened(String experiment) throws IOException {
        Path file = folder.resolve("example").resolve(experiment);
        String text = Files.readString(file).replace("[graalvisor-native,", "[one-jvm,").replace("runs: 2", "runs: 1")
                .replace("measuredRequests: 500", "measuredRequests: 20").replace("warmUpRequests: 100",
                        "warmUpRequests: 5");
        return Files.writeString(file, text).toString();
    }

    private static List<String> cells(String experiment) throws IOException {
        RunReader run = new RunStore(folder).latestFinished(RunStore.Origin.OWN, experiment).orElseThrow();
        assertThat(run.manifest().outcome().state()).isEqualTo(RunState.FINISHED);
        return run.manifest().plan().cells().stream().map(cell -> cell.id()).toList();
    }

    private static void compile(Path sources) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), "-d", sources
                .toString(), "-Xlint:all,-processing,-path,-classfile", "-Werror", "-proc:none"));
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java")).map(Path::toString).forEach(arguments::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    private static Path pack(Path directory, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file);
                Stream<Path> files = Files.walk(directory)) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(new ZipEntry(directory.relativize(path).toString()));
                Files.copy(path, entries);
            }
        }
        return jar;
    }

    private static String run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path")
                        + File.pathSeparator + jar, UnbuiltMain.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(output).isZero();
            return output;
        } finally {
            process.destroyForcibly();
        }
    }
}
