package org.graalvisor.runtime.cpu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.graalvisor.runtime.error.ErrorKind;
import org.graalvisor.runtime.error.RequestException;
import org.graalvisor.runtime.process.OwnerMark;

/** Limits through a control group of this process with one child per isolate. Made at the first registration that asks for it. */
public final class CgroupCpuLimiter implements CpuLimiter {
    /** The kernel's default period, in microseconds. */
    private static final long PERIOD_MICROS = 100_000;

    private static final String ISOLATE_PREFIX = "isolate-";

    private final Path mount;
    private final Path proc;
    private final AtomicLong sequence = new AtomicLong();
    private boolean prepared;
    private Optional<String> unavailable = Optional.empty();
    private Optional<CgroupHome> home = Optional.empty();

    /**
     * @param mount where control groups are mounted, commonly /sys/fs/cgroup
     * @param proc where proc is mounted
     */
    public CgroupCpuLimiter(Path mount, Path proc) {
        this.mount = mount;
        this.proc = proc;
    }

    @Override
    public synchronized Optional<String> unavailable() {
        if (!prepared) {
            prepared = true;
            try {
                home = Optional.of(prepare());
            } catch (IOException | SecurityException e) {
                unavailable = Optional.of(String.valueOf(e.getMessage()));
            }
        }
        return unavailable;
    }

    @Override
    public CpuGroup newGroup(long cpuMillis) {
        Optional<String> reason = unavailable();
        if (reason.isPresent()) {
            throw new RequestException(ErrorKind.BAD_REQUEST, "Field cpuMillis: processor limits are unavailable: "
                    + reason.get());
        }
        CgroupHome owner = home.orElseThrow();
        Path directory = owner.directory().resolve(ISOLATE_PREFIX + sequence.incrementAndGet());
        long quotaMicros = cpuMillis * (PERIOD_MICROS / 1000);
        try {
            Files.createDirectory(directory);
            if (owner.version() == CgroupVersion.V1) {
                write(directory.resolve("cpu.cfs_period_us"), Long.toString(PERIOD_MICROS));
                write(directory.resolve("cpu.cfs_quota_us"), Long.toString(quotaMicros));
            } else {
                write(directory.resolve("cgroup.type"), "threaded");
                write(directory.resolve("cpu.max"), quotaMicros + " " + PERIOD_MICROS);
            }
        } catch (IOException e) {
            throw new RequestException(ErrorKind.INTERNAL, "Cannot limit the processor time to " + cpuMillis
                    + " thousandths: " + e.getMessage());
        }
        return new CgroupCpuGroup(directory, owner);
    }

    @Override
    public synchronized void close() {
        if (home.isPresent()) {
            removeTree(home.get());
            home = Optional.empty();
            unavailable = Optional.of("the runtime is shutting down");
        }
    }

    private CgroupHome prepare() throws IOException {
        CgroupVersion version = version();
        Path parent = parent(version);
        Path directory = parent.resolve(OwnerMark.ofThisProcess().name("cpu"));
        Files.createDirectory(directory);
        CgroupHome owner = new CgroupHome(parent, directory, version, proc);
        if (version == CgroupVersion.V2) {
            try {
                write(directory.resolve("cgroup.type"), "threaded");
                write(parent.resolve("cgroup.subtree_control"), "+cpu");
                write(directory.resolve("cgroup.subtree_control"), "+cpu");
            } catch (IOException e) {
                Files.deleteIfExists(directory);
                throw e;
            }
        }
        return owner;
    }

    private CgroupVersion version() {
        return Files.exists(mount.resolve("cgroup.controllers")) ? CgroupVersion.V2 : CgroupVersion.V1;
    }

    private Path parent(CgroupVersion version) throws IOException {
        return mount.resolve(OwnGroup.find(proc.resolve("self/cgroup"), version, mount));
    }

    @Override
    public void removeLeftovers() {
        CgroupVersion version = version();
        try {
            Path parent = parent(version);
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent)) {
                for (Path entry : entries) {
                    Optional<OwnerMark> owner = OwnerMark.parse(entry.getFileName().toString());
                    if (owner.isPresent() && !owner.get().isAlive(proc)) {
                        removeTree(new CgroupHome(parent, entry, version, proc));
                    }
                }
            }
        } catch (IOException e) {
            // Where groups cannot be read, no runtime can have made any.
            return;
        }
    }

    private static void removeTree(CgroupHome owner) {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(owner.directory())) {
            for (Path child : children) {
                if (child.getFileName().toString().startsWith(ISOLATE_PREFIX)) {
                    new CgroupCpuGroup(child, owner).close();
                }
            }
            Files.deleteIfExists(owner.directory());
        } catch (IOException e) {
            // A thread is still inside; the next runtime finds the leftovers.
            return;
        }
    }

    static void write(Path file, String value) throws IOException {
        Files.write(file, value.getBytes(StandardCharsets.US_ASCII), StandardOpenOption.WRITE);
    }
}
