package org.graalvisor.harness.calibrate;

/**
 * Cost of kernel primitives on this machine, each the median over several rounds.
 *
 * @param pageFaultNs one minor fault on fresh anonymous memory
 * @param mapAndUnmapNs one mmap and munmap of one page that is never touched
 * @param systemCallNs one trivial system call (getppid)
 * @param spawnNs starting /bin/true and collecting it: the floor of every process start
 */
public record Calibration(double pageFaultNs, double mapAndUnmapNs, double systemCallNs, double spawnNs) {}
