package org.graalvisor.runtime.cpu;

import java.nio.file.Path;

/**
 * Where this process keeps its control groups.
 *
 * @param parent the group the process was started in
 * @param directory the group this process made in it
 * @param version the kernel's interface
 * @param proc where proc is mounted
 */
record CgroupHome(Path parent, Path directory, CgroupVersion version, Path proc) {}
