package org.graalvisor.trace.azure;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of one day.
 *
 * @param day as in the files' names, for example 01
 * @param invocations invocations per minute
 * @param durations duration percentiles
 * @param memory memory percentiles; days 13 and 14 have none
 */
public record DayFiles(String day, Path invocations, Path durations, Optional<Path> memory) {}
