package org.graalvisor.harness.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import org.graalvisor.harness.experiment.Workbench;
import org.graalvisor.harness.platform.FakeGraalvisorMain;
import org.graalvisor.results.Measurement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeTest {
    private static final String STRACE = """
            % time     seconds  usecs/call     calls    errors syscall
            ------ ----------- ----------- --------- --------- ----------------
             38.46    0.000205           6        32           mmap
             20.08    0.000107           6        17         2 openat
            ------ ----------- ----------- --------- --------- ----------------
            100.00    0.000533           5       103         4 total
            """;

    @TempDir
    private Path folder;

    @Test
    void readsTheTotalOfACapturedStraceTable() {
        assertThat(StraceSummary.totalCalls(STRACE)).hasValue(103);
        assertThat(StraceSummary.totalCalls("strace: ptrace: Operation not permitted")).isEmpty();
    }

    @Test
    void readsMeasurementsLineByLine() {
        assertThat(MeasurementLines.parse("out", """
                {"metric":"isolate_create_us","unit":"us","index":0,"value":81.5}

                {"metric":"isolate_create_us","unit":"us","index":1,"value":7e1}
                """)).containsExactly(new Measurement("isolate_create_us", "us", 0, 81.5),
                new Measurement("isolate_create_us", "us", 1, 70));
    }

    @Test
    void namesTheLineThatIsNoMeasurement() {
        assertBad("{\"metric\":\"a\",\"unit\":\"us\",\"index\":0,\"value\":1}\nHello", "out:2:");
        assertBad("{\"metric\":\"a\",\"unit\":\"us\",\"index\":0}", "value");
        assertBad("{\"metric\":\"a\",\"unit\":\"us\",\"index\":0,\"value\":1,\"x\":2}", "x");
        assertBad("{\"metric\":\"a\",\"unit\":\"us\",\"index\":0,\"value\":\"NaN\"}", "NaN");
    }

    private static void assertBad(String text, String part) {
        assertThatThrownBy(() -> MeasurementLines.parse("out", text)).isInstanceOf(ProbeException.class)
                .hasMessageContaining(part);
    }

    @Test
    void runsTheProbeAndReadsItsOutput() throws Exception {
        FakeGraalvisorMain.install(folder);
        try (Workbench workbench = new Workbench()) {
            assertThat(probe(workbench, Duration.ofSeconds(30)).run(3, folder.resolve("out"), folder.resolve("err")))
                    .hasSize(4).contains(new Measurement("isolate_create_us", "us", 2, 80));
        }
    }

    @Test
    void passesTheScriptAndThePlanToTheProbe() throws Exception {
        FakeGraalvisorMain.install(folder);
        try (Workbench workbench = new Workbench()) {
            IsolateProbe probe = new IsolateProbe(workbench.spawner(), folder.resolve("graalvisor"), new ProbedFunction(
                    folder.resolve("libgraalvisor-js.so"), List.of("--language", "javascript")), Duration.ofSeconds(30),
                    new BitSet());
            assertThat(probe.scaleContexts(2, 3, true, folder.resolve("out"), folder.resolve("err")))
                    .contains(new Measurement("context_allocation_ms", "ms", 1, 2),
                            new Measurement("request_ms", "ms", 5, 4))
                    .noneMatch(line -> line.index() == 6);
            assertThat(probe.scaleContexts(1, 1, false, folder.resolve("out2"), folder.resolve("err2")))
                    .contains(new Measurement("context_allocation_ms", "ms", 0, 20));
        }
    }

    @Test
    void tellsWhyAProbeFailed() throws Exception {
        Files.writeString(folder.resolve("graalvisor"), "#!/bin/sh\necho broken >&2\nexit 9\n");
        assertThat(folder.resolve("graalvisor").toFile().setExecutable(true)).isTrue();
        try (Workbench workbench = new Workbench()) {
            assertThatThrownBy(() -> probe(workbench, Duration.ofSeconds(30)).run(1, folder.resolve("out"),
                    folder.resolve("err"))).hasMessageContaining("exit code 9").hasMessageContaining("broken");
        }
    }

    @Test
    void endsAProbeThatTakesTooLong() throws Exception {
        Files.writeString(folder.resolve("graalvisor"), "#!/bin/sh\nsleep 300\n");
        assertThat(folder.resolve("graalvisor").toFile().setExecutable(true)).isTrue();
        try (Workbench workbench = new Workbench()) {
            assertThatThrownBy(() -> probe(workbench, Duration.ofMillis(200)).run(1, folder.resolve("out"),
                    folder.resolve("err"))).hasMessageContaining("did not end within 200 ms");
        }
    }

    @Test
    void countsSystemCallsPerIsolateAsADifference() throws Exception {
        FakeGraalvisorMain.install(folder);
        Path strace = folder.resolve("strace");
        Files.writeString(strace, """
                #!/bin/sh
                # arguments: -f -c -o TABLE graalvisor probe-isolates --library X --count N
                echo "100.00 0.1 5 $((1000 + 25 * ${10})) 4 total" > "$4"
                """);
        assertThat(strace.toFile().setExecutable(true)).isTrue();
        try (Workbench workbench = new Workbench()) {
            assertThat(probe(workbench, Duration.ofSeconds(30)).systemCallsPerIsolate(strace, 64, folder))
                    .isEqualTo(25.0);
        }
    }

    private IsolateProbe probe(Workbench workbench, Duration timeout) {
        return new IsolateProbe(workbench.spawner(), folder.resolve("graalvisor"), new ProbedFunction(folder.resolve(
                "helloworld.so"),
                List.of()), timeout, new BitSet());
    }
}
