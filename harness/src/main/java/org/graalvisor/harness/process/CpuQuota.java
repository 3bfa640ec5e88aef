package org.graalvisor.harness.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Limits how much processor time some processes get together, through a control group of either version. */
public final class CpuQuota implements AutoCloseable {
    /** The kernel's default period, in microseconds. */
    private static final long PERIOD_US = 100_000;
    private static final long PERIOD_US_PER_MILLI = PERIOD_US / 1_000;
    /** Processes leave their group a moment after they ended. */
    private static final int REMOVAL_ATTEMPTS = 200;
    private static final long REMOVAL_PAUSE_NS = 5_000_000;

    private final Path group;
    private final ProcessLedger ledger;

    private CpuQuota(Path group, ProcessLedger ledger) {
        this.group = group;
        this.ledger = ledger;
    }

    /**
     * Makes a group below the one this process is in.
     *
     * @param mount where control groups are mounted, commonly /sys/fs/cgroup
     * @param ownGroups commonly /proc/self/cgroup
     * @param cpuMillis thousandths of a core
     * @throws IOException when this user may not limit processor time here
     */
    static CpuQuota create(Path mount, Path ownGroups, ProcessLedger ledger, int cpuMillis) throws IOException {
        boolean unified = Files.exists(mount.resolve("cgroup.controllers"));
        Path group = parent(mount, ownGroups, unified).resolve(ScratchDirectory.PREFIX + UUID.randomUUID());
        ledger.directory(group);
        CpuQuota quota = new CpuQuota(Files.createDirectory(group), ledger);
        try {
            long quotaUs = cpuMillis * PERIOD_US_PER_MILLI;
            if (unified) {
                quota.write("cpu.max", quotaUs + " " + PERIOD_US);
            } else {
                quota.write("cpu.cfs_period_us", Long.toString(PERIOD_US));
                quota.write("cpu.cfs_quota_us", Long.toString(quotaUs));
            }
            return quota;
        } catch (IOException failure) {
            quota.close();
            throw failure;
        }
    }

    /** Lines are {@code number:controllers:path}; there are no controllers in version 2. */
    private static Path parent(Path mount, Path ownGroups, boolean unified) throws IOException {
        for (String line : Files.readAllLines(ownGroups)) {
            String[] fields = line.split(":", 3);
            boolean wanted = fields.length == 3 && (unified
                    ? fields[1].isEmpty()
                    : Arrays.asList(fields[1].split(",", -1)).contains("cpu"));
            if (wanted) {
                Path hierarchy = mount.resolve(fields[1]);
                Path own = hierarchy.resolve(fields[2].replaceFirst("^/+", ""));
                // In a container the path may be that of the host, which is mounted as the root here.
                return Files.isDirectory(own) ? own : hierarchy;
            }
        }
        throw new IOException("no control group in " + ownGroups + " limits processor time");
    }

    /**
     * Puts a process with all its threads under the limit.
     *
     * @throws IOException when it has ended
     */
    public void add(ProcessIdentity process) throws IOException {
        write("cgroup.procs", Long.toString(process.pid()));
    }

    /** The kernel refuses to create files in a group, so that a missing controller is an error. */
    private void write(String file, String value) throws IOException {
        Files.write(group.resolve(file), value.getBytes(StandardCharsets.US_ASCII), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
    }

    /**
     * Removes the group; its processes must have ended.
     *
     * @throws IOException when it cannot be removed
     */
    @Override
    public void close() throws IOException {
        for (int attempt = 1; Files.exists(group); attempt++) {
            try {
                ScratchDirectory.delete(group);
            } catch (IOException stillBusy) {
                if (attempt == REMOVAL_ATTEMPTS) {
                    throw stillBusy;
                }
                LockSupport.parkNanos(REMOVAL_PAUSE_NS);
            }
        }
        ledger.removed(group);
    }
}
