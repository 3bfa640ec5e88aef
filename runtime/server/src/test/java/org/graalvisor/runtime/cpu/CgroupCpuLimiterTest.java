package org.graalvisor.runtime.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CgroupCpuLimiterTest {
    /** Captured inside a container. */
    private static final List<String> V1 = List.of("9:name=systemd:/",
            "4:memory:/process_api/27fae2d9955e396b9274f8da9d404395", "2:cpuacct:/", "1:cpu:/", "0::/");
    /** Captured in a user session with systemd. */
    private static final List<String> V2 = List.of("0::/user.slice/user-1000.slice/session-2.scope");

    @TempDir
    Path mount;

    @Test
    void theOwnGroupIsFoundInBothVersions() throws IOException {
        Files.createDirectory(mount.resolve("cpu"));
        assertThat(OwnGroup.parse(V1, CgroupVersion.V1, mount)).isEqualTo(Path.of("cpu"));
        assertThat(OwnGroup.parse(V2, CgroupVersion.V2, mount)).isEqualTo(Path.of(
                "user.slice/user-1000.slice/session-2.scope"));
    }

    @Test
    void aMachineWithoutGroupsSaysWhy() {
        assertThat(new CgroupCpuLimiter(mount.resolve("none"), Path.of("/proc")).unavailable()).get().asString()
                .contains("not writable");
    }

    private static Path ownGroup() throws IOException {
        Path real = Path.of("/sys/fs/cgroup");
        CgroupVersion version = Files.exists(real.resolve("cgroup.controllers")) ? CgroupVersion.V2 : CgroupVersion.V1;
        return real.resolve(OwnGroup.find(Path.of("/proc/self/cgroup"), version, real));
    }

    @Test
    void aThreadIsLimitedAndFreedOnThisMachineWhereThatIsAllowed() throws IOException {
        Path real = Path.of("/sys/fs/cgroup");
        CgroupCpuLimiter limiter = new CgroupCpuLimiter(real, Path.of("/proc"));
        Assumptions.assumeTrue(limiter.unavailable().isEmpty(), () -> "unavailable: " + limiter.unavailable());
        Path dead = Files.createDirectory(ownGroup().resolve("graalvisor-999999999-1-cpu"));
        limiter.removeLeftovers();
        assertThat(dead).doesNotExist();
        List<String> before = Files.readAllLines(Path.of("/proc/thread-self/cgroup"));
        try {
            CpuGroup group = limiter.newGroup(250);
            group.enter();
            assertThat(Files.readAllLines(Path.of("/proc/thread-self/cgroup"))).anyMatch(line -> line.contains(
                    "/isolate-1"));
            group.leave();
            assertThat(Files.readAllLines(Path.of("/proc/thread-self/cgroup"))).isEqualTo(before);
            group.close();
        } finally {
            limiter.close();
        }
    }
}
