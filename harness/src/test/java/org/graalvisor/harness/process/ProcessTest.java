package org.graalvisor.harness.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTest {
    private static final ProcessTable TABLE = ProcessTable.ofThisMachine();

    @TempDir
    private Path folder;

    @Test
    void parsesACapturedStatLineWhoseNameHoldsBracketsAndSpaces() {
        ProcessStat stat = ProcessStat.parse(
                "4242 (a (b) c) S 17 4242 4242 0 -1 4194560 1203 99 0 0 31 12 5 7 20 0 19 0 "
                        + "987654 2048000 512 18446744073709551615 1 1 0 0 0 0 0 4096 0 0 0 0 17 1 0 0 0 0 0")
                .orElseThrow();

        assertThat(stat).isEqualTo(new ProcessStat(4242, 'S', 17, 31, 12, 12, 19, 987654));
        assertThat(stat.cpuNs()).isEqualTo(430_000_000);
    }

    @Test
    void refusesTextThatIsNoStatLine() {
        assertThat(ProcessStat.parse("")).isEmpty();
        assertThat(ProcessStat.parse("1 (init) S 0")).isEmpty();
        assertThat(ProcessStat.parse(")(")).isEmpty();
    }

    @Test
    void runsACommandAndCollectsItsOutputAndExitCode() throws Exception {
        try (ChildProcess process = spawner().start(shell("echo out; echo err >&2; exit 7"))) {
            assertThat(process.waitFor(Duration.ofSeconds(20))).hasValue(7);
        }
        assertThat(folder.resolve("out")).hasContent("out");
        assertThat(folder.resolve("err")).hasContent("err");
        assertThat(ledger().hasOpenEntries()).isFalse();
    }

    @Test
    void findsSeveralTreesInOneReading() throws Exception {
        try (ChildProcess one = spawner().start(shell("sleep 60 & sleep 60 & wait"));
                ChildProcess other = spawner()
                        .start(shell("sleep 60; true"))) {
            long deadlineNs = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (one.tree().size() + other.tree().size() < 5 && System.nanoTime() < deadlineNs) {
                Thread.onSpinWait();
            }
            assertThat(TABLE.trees(List.of(one.identity().pid(), other.identity().pid(), Long.MAX_VALUE))).extracting(
                    ProcessStat::identity).hasSize(5).containsAll(one.tree()).containsAll(other.tree());
        }
    }

    @Test
    void pinsTheChildAndNotTheParent() throws Exception {
        BitSet before = CpuAffinity.ofCurrentThread();
        BitSet one = new BitSet();
        one.set(before.nextSetBit(0));
        SpawnRequest request = shell("grep Cpus_allowed_list /proc/self/status");
        try (ChildProcess process = spawner().start(new SpawnRequest(request.command(), Map.of(), request.stdout(),
                request.stderr(), one))) {
            process.waitFor(Duration.ofSeconds(20));
        }
        assertThat(folder.resolve("out")).content().endsWith("\t" + before.nextSetBit(0) + "\n");
        assertThat(CpuAffinity.ofCurrentThread()).isEqualTo(before);
    }

    @Test
    void endsTheWholeTreeEvenWhenItIgnoresTheSignal() throws Exception {
        ChildProcess process = spawner().start(shell("sleep 300 & trap '' TERM; sleep 300 & echo ready; exit 0"));
        process.waitFor(Duration.ofSeconds(20));
        List<ProcessStat> orphans = TABLE.withEnvironment("PROCESS_TEST", folder.toString());
        assertThat(orphans).isNotEmpty();

        process.close();

        assertThat(TABLE.withEnvironment("PROCESS_TEST", folder.toString())).isEmpty();
    }

    @Test
    void reportsACommandThatDoesNotExist() {
        assertThatThrownBy(() -> spawner().start(new SpawnRequest(List.of("/no/such/command"), Map.of(),
                folder.resolve("out"), folder.resolve("err"), new BitSet()))).isInstanceOf(IOException.class)
                .hasMessageContaining("/no/such/command").hasMessageContaining("no such file");
    }

    @Test
    void endsWhatAKilledOwnerLeftBehindAndIgnoresATornLine() throws Exception {
        ChildProcess left = spawner().start(shell("sleep 300 & sleep 300"));
        Files.writeString(folder.resolve("ledger"), "started torn 12", StandardOpenOption.APPEND);
        ProcessLedger reopened = ledger();

        assertThat(reopened.hasOpenEntries()).isTrue();
        assertThat(reopened.endLeftovers()).contains(left.identity());

        left.pollExit();
        assertThat(TABLE.withEnvironment("PROCESS_TEST", folder.toString())).isEmpty();
        assertThat(ledger().hasOpenEntries()).isFalse();
    }

    @Test
    void neverTouchesAProcessThatMerelyReusedAnId() throws Exception {
        try (ChildProcess innocent = spawner().start(shell("sleep 300"))) {
            String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
            Path foreign = folder.resolve("foreign");
            Files.writeString(foreign, "starting token-of-nobody " + boot + "\nstarted token-of-nobody "
                    + innocent.identity().pid() + " " + (innocent.identity().startTicks() - 1) + "\n");

            assertThat(new ProcessLedger(foreign, TABLE).endLeftovers()).isEmpty();
            assertThat(TABLE.isAlive(innocent.identity())).isTrue();
        }
    }

    @Test
    void removesTemporaryDirectoriesAKilledOwnerLeftBehindAndNoOthers() throws Exception {
        ScratchDirectory removed = spawner().scratchDirectory();
        ScratchDirectory left = spawner().scratchDirectory();
        Files.writeString(Files.createDirectory(left.path().resolve("sub")).resolve("file"), "content");
        removed.close();
        Path precious = Files.createDirectory(folder.resolve("precious"));
        Files.writeString(folder.resolve("ledger"), "directory " + precious + "\ndirectory graalvisor-platform-x\n",
                StandardOpenOption.APPEND);

        assertThat(removed.path()).doesNotExist();
        assertThat(ledger().hasOpenEntries()).isTrue();
        assertThat(ledger().endLeftovers()).isEmpty();

        assertThat(left.path()).doesNotExist();
        assertThat(precious).exists();
        assertThat(ledger().hasOpenEntries()).isFalse();
    }

    private SpawnRequest shell(String script) {
        return new SpawnRequest(List.of("/bin/sh", "-c", script), Map.of("PROCESS_TEST", folder.toString()),
                folder.resolve("out"), folder.resolve("err"), new BitSet());
    }

    private ProcessLedger ledger() {
        return new ProcessLedger(folder.resolve("ledger"), TABLE);
    }

    private Spawner spawner() {
        return new Spawner(ledger(), TABLE);
    }
}
