package org.graalvisor.harness.sampler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * Counters of this machine that must not move while something is measured.
 *
 * @param swappedPages pages swapped in or out since boot
 * @param oomKills processes killed for lack of memory since boot
 * @param throttledPeriods scheduling periods in which a CPU quota stopped this process
 * @param stolenTicks clock ticks in which a hypervisor ran somebody else
 * @param busyTicks clock ticks in which the cores ran anything
 */
public record MachineCounters(long swappedPages, long oomKills, long throttledPeriods, long stolenTicks,
        long busyTicks) {
    private static final int STEAL_FIELD = 8;
    /** user, nice, system, irq and softirq; idle and iowait are not busy, guest time is part of user. */
    private static final List<Integer> BUSY_FIELDS = List.of(1, 2, 3, 6, 7);

    /** Reads the counters now; a counter that this kernel lacks is 0. */
    public static MachineCounters now() {
        String vmstat = read(Path.of("/proc/vmstat"));
        String throttling = read(Path.of("/sys/fs/cgroup/cpu.stat")) + read(Path.of("/sys/fs/cgroup/cpu/cpu.stat"));
        return parse(vmstat, throttling, read(Path.of("/proc/stat")));
    }

    /**
     * Reads captured text.
     *
     * @param vmstat content of /proc/vmstat
     * @param cpuStat content of the control group's cpu.stat
     * @param stat content of /proc/stat
     */
    public static MachineCounters parse(String vmstat, String cpuStat, String stat) {
        return new MachineCounters(value(vmstat, "pswpin") + value(vmstat, "pswpout"), value(vmstat, "oom_kill"),
                value(cpuStat, "nr_throttled"), cpuTicks(stat, List.of(STEAL_FIELD)), cpuTicks(stat, BUSY_FIELDS));
    }

    private static long value(String text, String name) {
        return text.lines().filter(line -> line.startsWith(name + ' '))
                .map(line -> number(line.substring(name.length() + 1))).filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong).findFirst().orElse(0);
    }

    private static long cpuTicks(String stat, List<Integer> columns) {
        return stat.lines().filter(line -> line.startsWith("cpu ")).map(line -> line.split(" +", -1))
                .filter(fields -> fields.length > STEAL_FIELD).findFirst()
                .map(fields -> columns.stream().map(column -> number(fields[column])).filter(OptionalLong::isPresent)
                        .mapToLong(OptionalLong::getAsLong).sum())
                .orElse(0L);
    }

    private static OptionalLong number(String text) {
        String digits = text.strip();
        return digits.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException absent) {
            return "";
        }
    }
}
