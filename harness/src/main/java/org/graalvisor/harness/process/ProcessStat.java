package org.graalvisor.harness.process;

import java.util.Optional;

/**
 * The fields of /proc/PID/stat that the rig uses (proc_pid_stat(5)).
 *
 * @param pid process id
 * @param state one letter: R, S, D, Z …
 * @param parentPid process id of the parent
 * @param userTicks CPU time in user mode, in clock ticks
 * @param systemTicks CPU time in kernel mode, in clock ticks
 * @param endedChildrenTicks CPU time of descendants that have ended and were collected, in clock ticks
 * @param threads number of threads
 * @param startTicks when the process started, in clock ticks since boot
 */
public record ProcessStat(long pid, char state, long parentPid, long userTicks, long systemTicks,
        long endedChildrenTicks, int threads,
        long startTicks) {

    /** Clock ticks per second; fixed at 100 on every Linux architecture that runs a JDK (USER_HZ). */
    public static final long TICKS_PER_SECOND = 100;

    private static final int FIELDS_AFTER_NAME = 20;

    /**
     * Reads one stat line. The command name may hold spaces and brackets, so fields are counted from its last bracket.
     *
     * @param line content of /proc/PID/stat
     * @return nothing when the text is no stat line
     */
    public static Optional<ProcessStat> parse(String line) {
        int open = line.indexOf('(');
        int close = line.lastIndexOf(')');
        if (open < 1 || close < open || close + 2 > line.length()) {
            return Optional.empty();
        }
        String[] fields = line.substring(close + 2).strip().split(" ", -1);
        if (fields.length < FIELDS_AFTER_NAME) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ProcessStat(Long.parseLong(line.substring(0, open).strip()), fields[0].charAt(0),
                    Long.parseLong(fields[1]), Long.parseLong(fields[11]), Long.parseLong(fields[12]),
                    Math.addExact(Long.parseLong(fields[13]), Long.parseLong(fields[14])),
                    Integer.parseInt(fields[17]), Long.parseLong(fields[19])));
        } catch (NumberFormatException notAStatLine) {
            return Optional.empty();
        }
    }

    /** Returns user plus kernel CPU time in nanoseconds, with the resolution of a clock tick (10 ms). */
    public long cpuNs() {
        return (userTicks + systemTicks) * (1_000_000_000L / TICKS_PER_SECOND);
    }

    /** Returns the identity that survives the reuse of process ids. */
    public ProcessIdentity identity() {
        return new ProcessIdentity(pid, startTicks);
    }
}
