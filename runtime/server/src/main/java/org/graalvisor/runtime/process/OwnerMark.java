package org.graalvisor.runtime.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Names a process beyond doubt: process ids are used again, the pair with the start time is not.
 *
 * @param pid process id
 * @param startTicks start of the process in clock ticks since boot, field 22 of /proc/PID/stat
 */
public record OwnerMark(long pid, long startTicks) {
    private static final String PREFIX = "graalvisor-";
    /** Fields of stat between the command's closing parenthesis and the start time. */
    private static final int FIELDS_AFTER_COMMAND = 20;

    /**
     * The mark of this process.
     *
     * @throws IOException when /proc is not mounted
     */
    public static OwnerMark ofThisProcess() throws IOException {
        long pid = ProcessHandle.current().pid();
        return new OwnerMark(pid, startTicks(Path.of("/proc"), pid).orElseThrow(() -> new IOException(
                "Cannot read /proc/" + pid + "/stat; mount /proc")));
    }

    /** The mark inside a name made by {@link #name}, if it is one. */
    public static Optional<OwnerMark> parse(String name) {
        if (!name.startsWith(PREFIX)) {
            return Optional.empty();
        }
        int second = name.indexOf('-', PREFIX.length());
        int third = second < 0 ? -1 : name.indexOf('-', second + 1);
        if (third < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new OwnerMark(Long.parseLong(name.substring(PREFIX.length(), second)), Long.parseLong(
                    name.substring(second + 1, third))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * A file name that carries this mark.
     *
     * @param suffix tells several of one process apart
     */
    public String name(String suffix) {
        return PREFIX + pid + "-" + startTicks + "-" + suffix;
    }

    /**
     * Whether the process still runs.
     *
     * @param proc where proc is mounted
     */
    public boolean isAlive(Path proc) {
        return startTicks(proc, pid).equals(Optional.of(startTicks));
    }

    private static Optional<Long> startTicks(Path proc, long pid) {
        String stat;
        try {
            stat = Files.readString(proc.resolve(Long.toString(pid)).resolve("stat"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return Optional.empty();
        }
        // The command is in parentheses and may itself hold spaces and parentheses.
        int position = stat.lastIndexOf(')') + 1;
        for (int field = 0; field < FIELDS_AFTER_COMMAND && position > 0; field++) {
            position = stat.indexOf(' ', position) + 1;
            if (field == FIELDS_AFTER_COMMAND - 1) {
                int end = stat.indexOf(' ', position);
                return end < 0 ? Optional.empty() : Optional.of(Long.parseLong(stat.substring(position, end)));
            }
        }
        return Optional.empty();
    }
}
