package org.graalvisor.runtime.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory the machine has; read once, when first needed. */
public final class MachineMemory {
    private static final String LABEL = "MemTotal:";

    private final Path meminfo;
    private long bytes;

    /**
     * @param meminfo commonly /proc/meminfo
     */
    public MachineMemory(Path meminfo) {
        this.meminfo = meminfo;
    }

    synchronized long bytes() {
        if (bytes == 0) {
            bytes = read();
        }
        return bytes;
    }

    private long read() {
        try {
            for (String line : Files.readAllLines(meminfo)) {
                if (line.startsWith(LABEL) && line.endsWith(" kB")) {
                    return Long.parseLong(line.substring(LABEL.length(), line.length() - 3).trim()) * 1024;
                }
            }
        } catch (IOException e) {
            // Without the file there is no bound to check against; the isolate's creation will fail instead.
            return Long.MAX_VALUE;
        }
        return Long.MAX_VALUE;
    }
}
