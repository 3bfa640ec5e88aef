package org.graalvisor.harness.process;

/**
 * Names one process for ever: process ids are reused, a pair of id and start time is not within one boot.
 *
 * @param pid process id
 * @param startTicks start time in clock ticks since boot, field 22 of /proc/PID/stat
 */
public record ProcessIdentity(long pid, long startTicks) {}
