package org.graalvisor.runtime.cpu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.graalvisor.runtime.error.ErrorKind;
import org.graalvisor.runtime.error.RequestException;

/** One child group; entering and leaving it is one write each. */
final class CgroupCpuGroup implements CpuGroup {
    private final Path directory;
    private final CgroupHome home;

    CgroupCpuGroup(Path directory, CgroupHome home) {
        this.directory = directory;
        this.home = home;
    }

    @Override
    public void enter() {
        move(directory);
    }

    @Override
    public void leave() {
        move(home.parent());
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            // Busy: its thread is still inside. Removed with the whole process group at exit or at the next start.
            return;
        }
    }

    private void move(Path group) {
        try {
            // The link's target is PID/task/TID.
            String threadId = Files.readSymbolicLink(home.proc().resolve("thread-self")).getFileName().toString();
            CgroupCpuLimiter.write(group.resolve(home.version().threadsFile()), threadId);
        } catch (IOException e) {
            throw new RequestException(ErrorKind.INTERNAL, "Cannot move the invocation's thread to " + group
                    .getFileName() + ": " + e.getMessage());
        }
    }
}
