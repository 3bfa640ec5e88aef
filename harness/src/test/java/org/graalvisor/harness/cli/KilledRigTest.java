package org.graalvisor.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.graalvisor.harness.platform.FakeGraalvisorMain;
import org.graalvisor.harness.platform.JavaInstallation;
import org.graalvisor.harness.process.ProcessStat;
import org.graalvisor.harness.process.ProcessTable;
import org.graalvisor.harness.replay.SmallSchedule;
import org.graalvisor.results.RunReader;
import org.graalvisor.results.RunState;
import org.graalvisor.results.RunStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Starts the rig as a process of its own and ends it in the middle of a run. */
class KilledRigTest {
    private static final String MARK = "KILLED_RIG_TEST";
    private static final int INTERRUPT_EXIT_CODE = 130;
    private static final ProcessTable TABLE = ProcessTable.ofThisMachine();

    @TempDir
    private Path folder;

    @BeforeEach
    void installRuntimeAndExperiment() throws IOException {
        FakeGraalvisorMain.install(folder);
        Files.writeString(folder.resolve("slow.yaml"), """
                experiment: slow
                title: A run that takes long enough to be killed
                kind: cold-start
                seed: 1
                platforms: [graalvisor-native]
                workloads: [helloworld]
                parameters: {settleMs: 200, startTimeoutMs: 60000}
                scales:
                  small: {runs: 4}
                """);
    }

    @Test
    void aKilledRunIsResumedNothingIsLostAndNoProcessIsLeft() throws Exception {
        Process killed = start();
        await(() -> doneMarkers() >= 1 && platformProcesses() > 0);
        killed.destroyForcibly().waitFor();
        List<Path> doneBefore = markers();

        Process resumed = start();
        assertThat(resumed.waitFor(120, TimeUnit.SECONDS)).isTrue();

        assertThat(resumed.exitValue()).as(log()).isZero();
        assertThat(log()).contains("going on with run");
        List<RunReader> runs = new RunStore(folder).runs(RunStore.Origin.OWN, "slow");
        assertThat(runs).hasSize(1);
        assertThat(runs.getFirst().cells()).hasSize(4);
        assertThat(runs.getFirst().manifest().outcome().state()).isEqualTo(RunState.FINISHED);
        assertThat(markers()).containsAll(doneBefore);
        await(() -> marked().isEmpty());
    }

    @Test
    void ctrlCDrainsMarksTheRunInterruptedAndExitsWith130() throws Exception {
        Process interrupted = start();
        await(() -> doneMarkers() >= 1 && platformProcesses() > 0);
        assertThat(new ProcessBuilder("kill", "-INT", Long.toString(interrupted.pid())).start().waitFor()).isZero();
        assertThat(interrupted.waitFor(120, TimeUnit.SECONDS)).isTrue();

        assertThat(interrupted.exitValue()).isEqualTo(INTERRUPT_EXIT_CODE);
        RunReader run = new RunStore(folder).latestUnfinished("slow").orElseThrow();
        assertThat(run.manifest().outcome().state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(run.cells()).isNotEmpty();
        assertThat(marked()).isEmpty();
    }

    @Test
    void instancesOfAReplayAreEndedByCtrlCAndByTheNextStartAfterAKill() throws Exception {
        Path schedule = SmallSchedule.write(folder.resolve("s.gz"), 60_000_000, 20_000, 1_000);
        String[] replay = {"trace", "replay", schedule.toString(), "--policy", "photons", "--cap", "8g", "--reserve",
                "1m"};
        Process killed = start(replay);
        await(() -> platformProcesses() >= 3);
        killed.destroyForcibly().waitFor();
        assertThat(platformProcesses()).isPositive();

        Process interrupted = start(replay);
        await(() -> platformProcesses() >= 3 && log().contains("left behind by a run whose rig was killed"));
        assertThat(new ProcessBuilder("kill", "-INT", Long.toString(interrupted.pid())).start().waitFor()).isZero();

        assertThat(interrupted.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(interrupted.exitValue()).as(log()).isEqualTo(INTERRUPT_EXIT_CODE);
        assertThat(marked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"60000, 0, platform-started", "60000, 0, load-begins", "0, 60000, load-begins"})
    void ctrlCInAnyPhaseOfALoadLeavesNothingRunning(int warmUpMs, int measuredMs, String phase) throws Exception {
        installLoad(warmUpMs, measuredMs);
        Process interrupted = start();
        await(() -> events().contains(phase));
        assertThat(new ProcessBuilder("kill", "-INT", Long.toString(interrupted.pid())).start().waitFor()).isZero();

        assertThat(interrupted.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(interrupted.exitValue()).as(log()).isEqualTo(INTERRUPT_EXIT_CODE);
        assertThat(marked()).isEmpty();
        assertThat(new RunStore(folder).latestUnfinished("slow").orElseThrow().manifest().outcome().state()).isEqualTo(
                RunState.INTERRUPTED);
        assertThat(scratchDirectories()).isEmpty();
    }

    @Test
    void whatARigKilledUnderLoadLeftBehindIsEndedAndRemovedAtTheNextStart() throws Exception {
        installLoad(60_000, 0);
        Process killed = start();
        await(() -> events().contains("load-begins"));
        killed.destroyForcibly().waitFor();
        assertThat(marked()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(scratchDirectories()).hasSizeGreaterThanOrEqualTo(2);

        installLoad(0, 100);
        assertThat(start().waitFor(120, TimeUnit.SECONDS)).isTrue();

        assertThat(log()).contains("left behind by a run whose rig was killed");
        assertThat(marked()).isEmpty();
        assertThat(scratchDirectories()).isEmpty();
    }

    /** Two processes of OpenWhisk, which are small and start fast. */
    private void installLoad(int warmUpMs, int measuredMs) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")));
        Files.writeString(folder.resolve("slow.yaml"),
                """
                        experiment: slow
                        title: A load that lasts long enough to be killed
                        kind: closed-loop
                        seed: 1
                        platforms: [openwhisk-python]
                        workloads: [helloworld-python]
                        parameters: {concurrency: [2], samplePeriodMs: 50, startTimeoutMs: 60000, warmUpRequests: 10000000, measuredRequests: 10000000}
                        scales:
                          small: {runs: 1, warmUpMs: %d, measuredMs: %d}
                        """
                        .formatted(warmUpMs, measuredMs));
    }

    private String events() {
        Path runs = folder.resolve("runs");
        if (!Files.exists(runs)) {
            return "";
        }
        try (Stream<Path> files = Files.walk(runs)) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.filter(path -> path.endsWith("events.jsonl")).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        } catch (IOException failure) {
            throw new IllegalStateException("cannot read events", failure);
        }
    }

    private List<Path> scratchDirectories() throws IOException {
        try (Stream<Path> files = Files.list(temporary())) {
            return files.filter(file -> file.getFileName().toString().startsWith("graalvisor-platform-")).toList();
        }
    }

    private Path temporary() throws IOException {
        return Files.createDirectories(folder.resolve("tmp"));
    }

    private Process start() throws IOException {
        return start("run", folder.resolve("slow.yaml").toString(), "--scale", "small");
    }

    private Process start(String... command) throws IOException {
        JavaInstallation java = JavaInstallation.ofThisProcess();
        List<String> words = new ArrayList<>(List.of(java.launcher().toString(), "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir="
                        + temporary(),
                "--enable-native-access=ALL-UNNAMED", "-cp", java.classPath(), UnbuiltMain.class.getName()));
        words.addAll(List.of(command));
        words.addAll(List.of("--results", folder.toString(), "--artifacts", folder.toString()));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().put(MARK, folder.toString());
        Path log = folder.resolve("log");
        return builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the log of the rig", failure);
        }
    }

    private List<ProcessStat> marked() {
        return TABLE.withEnvironment(MARK, folder.toString());
    }

    private long platformProcesses() {
        return marked().stream().filter(stat -> commandLine(stat).contains("FakeGraalvisorMain")).count();
    }

    private static String commandLine(ProcessStat stat) {
        try {
            return TABLE.read(stat.pid(), "cmdline");
        } catch (IOException ended) {
            return "";
        }
    }

    private int doneMarkers() {
        return markers().size();
    }

    private List<Path> markers() {
        Path runs = folder.resolve("runs");
        if (!Files.exists(runs)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(runs)) {
            return new ArrayList<>(files.filter(file -> file.endsWith("DONE")).toList());
        } catch (IOException failure) {
            throw new IllegalStateException("cannot look for markers", failure);
        }
    }

    private void await(BooleanSupplier condition) throws InterruptedException, IOException {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(log()).isLessThan(deadlineNs);
            Thread.sleep(5);
        }
    }
}
