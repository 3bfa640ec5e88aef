package org.graalvisor.runtime.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsolateProbeTest {
    @TempDir
    private Path folder;

    private final RecordingLibrary library = new RecordingLibrary();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aJavaFunctionIsNeverLoadedIntoItsIsolates() {
        assertThat(run("--library", "f.so", "--count", "2")).isZero();

        assertThat(library.steps()).containsExactly("create 16777216", "call 0 {}", "tear down", "create 16777216",
                "create 16777216", "call 0 {}", "call 0 {}", "tear down", "tear down", "close");
        assertThat(lines("isolate_create_us")).hasSize(2);
        assertThat(lines("isolate_cold_start_ms")).hasSize(2);
        assertThat(lines("private_dirty_bytes")).hasSize(2);
        assertThat(lines("program_load_us")).isEmpty();
    }

    @Test
    void aScriptIsLoadedIntoEachIsolateAndCalled() throws Exception {
        assertThat(run(script("--count", "2"))).isZero();

        assertThat(library.steps()).containsExactly("create 1000", "load main 1", "call 0 [1]", "tear down",
                "create 1000", "create 1000", "load main 1", "load main 1", "call 0 [1]", "call 0 [1]", "tear down",
                "tear down", "close");
        assertThat(lines("program_load_us")).hasSize(2);
        assertThat(lines("page_faults_per_load")).hasSize(1);
    }

    @Test
    void sharedContextsAreAddedToOneIsolateOfAsManyBudgets() throws Exception {
        assertThat(run(script("--scale-contexts", "3", "--requests", "2", "--sharing", "on"))).isZero();

        assertThat(library.steps()).containsExactly("create 3000", "load main 3", "call 0 [1]", "tear down",
                "create 3000", "load main 3", "call 0 [1]", "call 0 [1]", "open 1", "call 1 [1]", "call 1 [1]",
                "open 2",
                "call 2 [1]", "call 2 [1]", "tear down", "close");
        assertThat(lines("context_allocation_ms")).hasSize(3);
        assertThat(lines("request_ms")).hasSize(6).last().asString().contains("\"index\":5");
        assertThat(lines("pss_bytes")).hasSize(3);
    }

    @Test
    void withoutSharingEachContextIsAnIsolate() throws Exception {
        assertThat(run(script("--scale-contexts", "2", "--requests", "1", "--sharing", "off"))).isZero();

        assertThat(library.steps()).containsExactly("create 1000", "load main 1", "call 0 [1]", "tear down",
                "create 1000", "load main 1", "call 0 [1]", "create 1000", "load main 1", "call 0 [1]", "tear down",
                "tear down", "close");
    }

    @Test
    void aFunctionThatFailsEndsTheProbeAndEveryIsolate() throws Exception {
        library.failAtCall(3);

        assertThat(run(script("--scale-contexts", "3", "--requests", "1", "--sharing", "off"))).isEqualTo(5);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("calling the function in context 0 failed")
                .contains("told to");
        assertThat(library.liveIsolates()).isZero();
    }

    @Test
    void wrongOptionsAreNamed() throws Exception {
        assertUsage("unknown option --size", "--size", "1");
        assertUsage("--count needs a value", "--library", "f.so", "--count");
        assertUsage("--count must be a whole number, got: x", "--library", "f.so", "--count", "x");
        assertUsage("either --count or --scale-contexts is needed", "--library", "f.so");
        assertUsage("--scale-contexts needs a --language", "--library", "f.so", "--scale-contexts", "2", "--sharing",
                "on");
        assertUsage("--sharing must be on or off, got: yes", script("--scale-contexts", "2", "--sharing", "yes"));
        assertUsage("--language must be javascript or python, got: ruby", "--library", "f.so", "--count", "1",
                "--language", "ruby");
        assertUsage("cannot read /nowhere", "--library", "f.so", "--count", "1", "--arguments", "@/nowhere");
    }

    private void assertUsage(String message, String... arguments) {
        err.reset();
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("probe-isolates: " + message).contains("usage:");
    }

    private String[] script(String... plan) throws Exception {
        Path program = Files.writeString(folder.resolve("program"), "function main() {}");
        Path arguments = Files.writeString(folder.resolve("arguments"), "[1]");
        List<String> words = new ArrayList<>(List.of("--library", "f.so", "--heap-bytes", "1000", "--language",
                "javascript", "--program", program.toString(), "--entry", "main", "--allow", "net", "--arguments", "@"
                        + arguments));
        words.addAll(List.of(plan));
        return words.toArray(String[]::new);
    }

    private int run(String... arguments) {
        return IsolateProbe.run(List.of(arguments), file -> library, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private List<String> lines(String metric) {
        return out.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("\"" + metric + "\""))
                .toList();
    }
}
