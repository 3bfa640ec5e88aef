package org.graalvisor.harness.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ends a replay before the kernel begins to kill processes.
 *
 * @param meminfo usually {@code /proc/meminfo}
 * @param reserveBytes what has to stay available
 */
record AvailableMemory(Path meminfo, long reserveBytes) {
    private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+([0-9]{1,15}) kB$");
    private static final long KILOBYTE = 1024;
    private static final double BYTES_PER_MB = 1 << 20;

    /** Returns what is wrong and what to do, nothing while enough is available or when the kernel does not tell. */
    Optional<String> problem() {
        try {
            Matcher matcher = AVAILABLE.matcher(Files.readString(meminfo));
            if (!matcher.find() || Long.parseLong(matcher.group(1)) * KILOBYTE >= reserveBytes) {
                return Optional.empty();
            }
            return Optional.of(String.format(Locale.ROOT,
                    "this machine has %.0f MB of memory left, less than the reserve of %.0f MB; lower the cap, the rate or "
                            + "the memory scale", Long.parseLong(matcher.group(1)) * KILOBYTE / BYTES_PER_MB,
                    reserveBytes / BYTES_PER_MB));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
