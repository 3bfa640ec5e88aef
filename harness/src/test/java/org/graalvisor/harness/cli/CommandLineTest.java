package org.graalvisor.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.graalvisor.harness.platform.FakeGraalvisorMain;
import org.graalvisor.results.RunReader;
import org.graalvisor.results.RunState;
import org.graalvisor.results.RunStore;
import org.graalvisor.results.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandLineTest {
    private static final String TINY_LOAD = """
            experiment: tiny
            title: The rig measures itself
            kind: closed-loop
            seed: 1
            platforms: ["null", fixed-delay]
            workloads: [helloworld]
            parameters: {concurrency: [1, 2], samplePeriodMs: 10, startTimeoutMs: 1000}
            scales:
              smoke: {runs: 2, warmUpRequests: 10, warmUpMs: 1000, measuredRequests: 40, measuredMs: 10000}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void runsAnExperimentOnTheRigsOwnPlatformsEndToEnd() throws Exception {
        assertThat(execute("run", write("tiny.yaml", TINY_LOAD), "--results", folder.toString())).as(err.toString())
                .isZero();

        RunReader run = new RunStore(folder).latestFinished(RunStore.Origin.OWN, "tiny").orElseThrow();
        assertThat(run.manifest().outcome().state()).isEqualTo(RunState.FINISHED);
        assertThat(run.cells()).hasSize(8).allSatisfy(cell -> {
            assertThat(Files.readAllLines(cell.folder().resolve("invocations.csv"))).hasSize(51);
        });
        assertThat(ids(run)).containsSubsequence("null.helloworld.concurrency1.run1",
                "fixed-delay.helloworld.concurrency1.run1", "fixed-delay.helloworld.concurrency1.run2",
                "null.helloworld.concurrency1.run2");
        assertThat(execute("status", "--results", folder.toString())).isZero();
        assertThat(out.toString()).contains("FINISHED").contains("8 of 8 cells");
    }

    @Test
    void calibratingTheSimulatorWithoutRunsSaysWhatToRun() {
        assertThat(execute("trace", "calibrate", "--results", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("graalvisor run fig8", "graalvisor run fig3");
    }

    @Test
    void microbenchmarksOfTheTraceToolsNeedNoNativeImage() {
        assertThat(execute("plan", "jmh", "--cells")).isZero();
        assertThat(out.toString()).contains("trace.full-day.benchmarksimulateGraalvisor.run1")
                .doesNotContain("isolate.helloworld");
    }

    @Test
    void measuresColdStartAndIsolatesOfAFakeRuntime() throws Exception {
        FakeGraalvisorMain.install(folder);
        String file = write("cold.yaml", """
                experiment: cold
                title: Cold start
                kind: cold-start
                seed: 1
                platforms: [graalvisor-native, isolate]
                workloads: [helloworld]
                parameters: {settleMs: 1, startTimeoutMs: 30000}
                scales:
                  smoke: {runs: 1}
                """);

        assertThat(execute("run", file, "--results", folder.toString(), "--artifacts", folder.toString()))
                .as(err.toString()).isZero();

        RunReader run = new RunStore(folder).latestFinished(RunStore.Origin.OWN, "cold").orElseThrow();
        assertThat(metrics(run, 0)).contains("spawn_floor_ms", "boot_to_first_reply_ms", "boot_to_health_ms",
                "boot_to_first_function_ms", "idle_rss_bytes", "idle_pss_bytes");
        assertThat(metrics(run, 1)).contains("isolate_cold_start_ms");
    }

    @Test
    void scalesContextsOfAFakeRuntimeAndNamesTheLanguageThatIsNotBuilt() throws Exception {
        FakeGraalvisorMain.install(folder);
        Files.writeString(folder.resolve("libgraalvisor-js.so"), "");
        String file = write("contexts.yaml", """
                experiment: contexts
                title: Contexts
                kind: context-scaling
                seed: 1
                platforms: [isolate]
                workloads: [cpu-js, cpu-python]
                parameters: {contexts: 3, requests: 2, timeoutMs: 30000}
                scales:
                  small: {runs: 1}
                """);

        assertThat(execute("run", file, "--scale", "small", "--results", folder.toString(), "--artifacts", folder
                .toString())).as(err.toString()).isZero();

        RunReader run = new RunStore(folder).latestFinished(RunStore.Origin.OWN, "contexts").orElseThrow();
        assertThat(ids(run)).containsExactly("isolate.cpu-js.sharingon.run1", "isolate.cpu-js.sharingoff.run1");
        assertThat(metrics(run, 0)).contains("context_allocation_ms", "request_ms", "pss_bytes");
        assertThat(run.cells().getFirst().folder().resolve("program")).content().contains("main");
        assertThat(run.manifest().plan().unavailableSystems()).singleElement().satisfies(system -> {
            assertThat(system.name()).isEqualTo("cpu-python");
            assertThat(system.reason()).contains("libgraalvisor-python.so");
        });
        assertThat(execute("plan", file, "--scale", "small", "--languages", "java")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("contexts: it has no function in java");
    }

    @Test
    void measuresTheFirstRequestsWithAFunctionOfEachLanguageBesideThem() throws Exception {
        FakeGraalvisorMain.install(folder);
        Files.writeString(folder.resolve("libgraalvisor-js.so"), "");
        String file = write("first.yaml", """
                experiment: first
                title: First requests
                kind: first-requests
                seed: 1
                platforms: [graalvisor-native, graalvisor-java, openwhisk-java]
                workloads: [helloworld]
                parameters: {requests: 4, otherFunctions: [helloworld-js, helloworld-python], startTimeoutMs: 30000}
                scales:
                  smoke: {runs: 1}
                """);

        assertThat(execute("run", file, "--results", folder.toString(), "--artifacts", folder.toString())).as(err
                .toString()).isZero();

        RunReader run = new RunStore(folder).latestFinished(RunStore.Origin.OWN, "first").orElseThrow();
        assertThat(ids(run)).containsExactly("graalvisor-native.helloworld.run1", "graalvisor-java.helloworld.run1",
                "openwhisk-java.helloworld.run1");
        for (int cell = 0; cell < 3; cell++) {
            assertThat(metrics(run, cell)).contains("boot_to_first_reply_ms", "footprint_rss_bytes",
                    "footprint_pss_bytes", "footprint_private_dirty_bytes");
            assertThat(metrics(run, cell).stream().filter("request_us"::equals)).hasSize(4);
        }
        assertThat(run.cells().getFirst().folder().resolve("events.jsonl")).content().contains(
                "other-functions-registered").contains("helloworld-js").doesNotContain("helloworld-python");
    }

    @Test
    void aFurtherContextIsMeasuredLikeAnIsolate() throws Exception {
        FakeGraalvisorMain.install(folder);
        Files.writeString(folder.resolve("libgraalvisor-js.so"), "");
        String file = write("sandboxes.yaml", """
                experiment: sandboxes
                title: Sandboxes
                kind: cold-start
                seed: 1
                platforms: [isolate, context, microvm]
                workloads: [helloworld, helloworld-js]
                parameters: {settleMs: 1, startTimeoutMs: 30000}
                scales:
                  smoke: {runs: 1}
                """);

        assertThat(execute("run", file, "--results", folder.toString(), "--artifacts", folder.toString())).as(err
                .toString()).isZero();

        RunReader run = new RunStore(folder).latestFinished(RunStore.Origin.OWN, "sandboxes").orElseThrow();
        assertThat(ids(run)).containsExactly("isolate.helloworld.run1", "isolate.helloworld-js.run1",
                "context.helloworld-js.run1");
        // Allocation 2 ms and first request 4 ms of the second context, see FakeGraalvisorMain.
        assertThat(Files.readAllLines(run.cells().getLast().folder().resolve("measurements.csv"))).anySatisfy(
                line -> assertThat(line).startsWith("isolate_cold_start_ms,").endsWith(",6.0"));
        assertThat(run.manifest().plan().unavailableSystems()).extracting(system -> system.name() + ": " + system
                .reason()).anySatisfy(line -> assertThat(line).startsWith(
                        "microvm: its backend does not exist yet")).contains(
                                "context helloworld: the isolate of a Java function has one context");
    }

    @Test
    void eightCallersOfOpenWhiskAreServedByAsManyProcessesAndTheirMemoryIsSummed() throws Exception {
        String file = write("memory.yaml",
                """
                        experiment: memory
                        title: Throughput per memory
                        kind: closed-loop
                        seed: 1
                        platforms: [openwhisk-python]
                        workloads: [helloworld-python]
                        parameters: {concurrency: [3], samplePeriodMs: 20, startTimeoutMs: 30000}
                        scales:
                          small: {runs: 1, warmUpRequests: 30, warmUpMs: 5000, measuredRequests: 60, measuredMs: 10000}
                        methods:
                          paper:
                            openwhisk: {concurrency: [1], warmUpRequests: 0, warmUpMs: 0, measuredRequests: 10, measuredMs: 9000, cpuMillis: 500}
                        """);
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")));

        assertThat(execute("run", file, "--scale", "small", "--method", "both", "--results", folder.toString())).as(err
                .toString()).isZero();

        List<RunReader> runs = new RunStore(folder).runs(RunStore.Origin.OWN, "memory");
        assertThat(runs).hasSize(2);
        for (RunReader run : runs) {
            boolean equal = run.manifest().plan().method().equals("equal");
            assertThat(ids(run)).containsExactly("openwhisk-python.helloworld-python.concurrency" + (equal ? 3 : 1)
                    + ".run1");
            assertThat(metrics(run, 0)).contains("mean_rss_bytes", "mean_pss_bytes", "ops_per_s_per_gb_rss",
                    "ops_per_s_per_gb_pss", "mean_response_time_us");
            assertThat(Files.readAllLines(run.cells().getFirst().folder().resolve("resources.csv")).getLast())
                    .endsWith(equal ? ",3" : ",1");
            assertThat(run.cells().getFirst().verdict().level()).isNotEqualTo(Verdict.Level.INVALID);
        }
    }

    @Test
    void aWrongReplyInvalidatesTheCellAndItIsNamed() throws Exception {
        String file = write("wrong.yaml", TINY_LOAD.replace("[\"null\", fixed-delay]", "[\"null\"]").replace(
                "[helloworld]", "[helloworld, dynamic-html-js]").replace("runs: 2", "runs: 1").replace("[1, 2]",
                        "[1]"));

        assertThat(execute("run", file, "--results", folder.toString())).isEqualTo(ExitCode.RUN_INVALID);

        RunReader run = new RunStore(folder).latestFinished(RunStore.Origin.OWN, "tiny").orElseThrow();
        assertThat(run.cells().getFirst().verdict().level()).isNotEqualTo(Verdict.Level.INVALID);
        assertThat(run.cells().getLast().verdict().reasons()).contains("50 of 50 replies were errors or wrong");
        assertThat(err.toString()).containsPattern("null\\.dynamic-html-js\\.concurrency1\\.run1.*INVALID");
    }

    @Test
    void reproducingAtSmallScalePlansBothMethodsWhereTheyDiffer() {
        assertThat(execute("plan", "fig1", "fig5", "fig6", "fig7", "fig8", "fig4", "--scale", "small", "--method",
                "both")).isZero();
        for (String figure : List.of("fig1", "fig5", "fig6", "fig7", "fig8")) {
            assertThat(out.toString()).contains(figure + " (small, equal)").contains(figure + " (small, paper)");
        }
        assertThat(out.toString()).contains(
                "fig4 (small, equal)").doesNotContain("fig4 (small, paper)");
        assertThat(execute("plan", "fig6", "--method", "bth")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aWrongReplyEndsTheMeasurementOfPeakSpeed() throws Exception {
        String file = write("peak.yaml", """
                experiment: tiny-peak
                title: Warm-up
                kind: peak-speed
                seed: 1
                platforms: ["null"]
                workloads: [helloworld-js]
                parameters: {startTimeoutMs: 1000}
                scales:
                  smoke: {runs: 1, measuredRequests: 12, measuredMs: 10000}
                """);

        assertThat(execute("run", file, "--results", folder.toString())).isEqualTo(ExitCode.SYSTEM_UNDER_TEST_FAILED);
        assertThat(err.toString()).contains("a call of helloworld-js was answered with status 200");
    }

    @Test
    void tellsThatASystemFailedAndGoesOnWithTheOthers() throws Exception {
        Files.writeString(folder.resolve("graalvisor"), "#!/bin/sh\nexit 3\n");
        Files.writeString(folder.resolve("helloworld.so"), "");
        assertThat(folder.resolve("graalvisor").toFile().setExecutable(true)).isTrue();
        String file = write("tiny.yaml", TINY_LOAD.replace("[\"null\",", "[graalvisor-native,")
                .replace("runs: 2", "runs: 1").replace("[1, 2]", "[1]"));

        assertThat(execute("run", file, "--results", folder.toString(), "--artifacts", folder.toString()))
                .isEqualTo(ExitCode.SYSTEM_UNDER_TEST_FAILED);
        assertThat(err.toString()).contains("exit code 3");
        RunReader run = new RunStore(folder).latestFinished(RunStore.Origin.OWN, "tiny").orElseThrow();
        assertThat(run.cells()).hasSize(1);
        assertThat(run.missingCells()).hasSize(1);
    }

    @Test
    void explainsWrongUsageWithoutAStackTrace() {
        assertThat(execute("run", "fig33")).isEqualTo(ExitCode.USAGE);
        assertThat(execute("run", "--scale", "smokey")).isEqualTo(ExitCode.USAGE);
        assertThat(execute("rnu")).isEqualTo(ExitCode.USAGE);
        assertThat(execute("run", "fig8", "--results", "/proc/nowhere")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("did you mean fig3?").contains("did you mean smoke?")
                .contains("cannot write to /proc/nowhere").doesNotContain("\tat ");
    }

    @Test
    void everyCommandHasHelpWithAnExample() {
        CommandLine root = commandLine();
        assertThat(root.getSubcommands().keySet()).contains("check", "list", "plan", "run", "resume", "status");
        root.getSubcommands().forEach((name, command) -> {
            assertThat(execute(name, "--help")).isZero();
            assertThat(out.toString()).contains("graalvisor " + name);
            assertThat(command.getUsageMessage()).contains("Example");
        });
    }

    @Test
    void checkAndListWorkWhereNothingIsBuiltInAnyLocale() {
        Locale before = Locale.getDefault();
        try {
            for (Locale locale : List.of(Locale.of("tr", "TR"), Locale.of("ar", "EG"))) {
                Locale.setDefault(locale);
                assertThat(execute("check")).isZero();
                assertThat(execute("list")).isZero();
                assertThat(execute("plan", "--cells")).isZero();
            }
        } finally {
            Locale.setDefault(before);
        }
        assertThat(out.toString()).contains("native image   unavailable: none in tests").containsPattern(
                "page fault +[0-9]+\\.[0-9] ns").contains("fig7 (smoke, equal)");
    }

    private static List<String> ids(RunReader run) {
        return run.manifest().plan().cells().stream().map(cell -> cell.id()).toList();
    }

    private static List<String> metrics(RunReader run, int cell) throws IOException {
        return Files.readAllLines(run.cells().get(cell).folder().resolve("measurements.csv")).stream()
                .map(line -> line.substring(0, line.indexOf(','))).toList();
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private CommandLine commandLine() {
        return GraalvisorCommand.commandLine(UnbuiltMain.services());
    }

    private int execute(String... arguments) {
        return commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(arguments);
    }
}
