package org.graalvisor.harness.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpuQuotaTest {
    private static final int EIGHTH = 125;

    @TempDir
    private Path folder;

    @Test
    void anEighthOfACoreInBothVersionsOfTheInterface() throws Exception {
        Path first = Files.createDirectories(folder.resolve("v1/cpu/mine"));
        Path second = Files.createDirectories(folder.resolve("v2/mine"));
        Files.writeString(folder.resolve("v2/cgroup.controllers"), "cpu");

        try (CpuQuota quota = create("v1", "5:memory:/other\n1:cpu:/mine\n")) {
            quota.add(new ProcessIdentity(4242, 1));
            Path group = only(first);
            assertThat(group.resolve("cpu.cfs_quota_us")).hasContent("12500");
            assertThat(group.resolve("cpu.cfs_period_us")).hasContent("100000");
            assertThat(group.resolve("cgroup.procs")).hasContent("4242");
        }
        try (CpuQuota quota = create("v2", "1:name=x:/other\n0::/mine\n")) {
            assertThat(quota).isNotNull();
            assertThat(only(second).resolve("cpu.max")).hasContent("12500 100000");
        }
        assertThat(first).isEmptyDirectory();
        assertThat(second).isEmptyDirectory();
        assertThat(ledger().hasOpenEntries()).isFalse();
    }

    @Test
    void saysThatNothingLimitsProcessorTimeHere() throws Exception {
        Files.createDirectories(folder.resolve("v1/memory"));

        assertThatThrownBy(() -> create("v1", "5:memory:/\n")).isInstanceOf(IOException.class).hasMessageContaining(
                "limits processor time");
    }

    @Test
    void aRealProcessIsMovedWhereTheMachineAllowsIt() throws Exception {
        Spawner spawner = new Spawner(ledger(), ProcessTable.ofThisMachine());
        Optional<CpuQuota> allowed = realQuota(spawner);
        assumeTrue(allowed.isPresent(), "this user may not limit processor time");
        try (CpuQuota quota = allowed.get();
                ChildProcess process = spawner.start(new SpawnRequest(List.of("/bin/sh", "-c", "sleep 300"), Map.of(),
                        folder.resolve("out"), folder.resolve("err"), new BitSet()))) {
            quota.add(process.identity());
            assertThat(ProcessTable.ofThisMachine().read(process.identity().pid(), "cgroup")).contains(
                    "graalvisor-platform-");
        }
        assertThat(ledger().hasOpenEntries()).isFalse();
    }

    private static Optional<CpuQuota> realQuota(Spawner spawner) {
        try {
            return Optional.of(spawner.cpuQuota(EIGHTH));
        } catch (IOException forbidden) {
            return Optional.empty();
        }
    }

    private CpuQuota create(String mount, String ownGroups) throws IOException {
        return CpuQuota.create(folder.resolve(mount), Files.writeString(folder.resolve("own"), ownGroups), ledger(),
                EIGHTH);
    }

    private ProcessLedger ledger() {
        return new ProcessLedger(folder.resolve("ledger"), ProcessTable.ofThisMachine());
    }

    private static Path only(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.toList().getFirst();
        }
    }
}
