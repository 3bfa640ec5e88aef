package org.graalvisor.harness.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graalvisor.results.Measurement;

/**
 * How many isolates of a script may live at once: their number times the private memory measured for one must stay below
 * half of what the kernel says is available, so that a probe never drives the machine into swapping.
 *
 * @param meminfo usually {@code /proc/meminfo}
 */
record MemoryRule(Path meminfo) {
    private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+([0-9]{1,15}) kB$");
    private static final String PRIVATE = "private_dirty_bytes";

    /**
     * Returns the largest number.
     *
     * @param one what the probe printed for one isolate
     */
    long isolatesThatFit(List<Measurement> one) {
        double privateBytes = Math.max(1, at(one, 1) - at(one, 0));
        return (long) Math.ceil(availableBytes() / 2.0 / privateBytes) - 1;
    }

    private static double at(List<Measurement> measurements, long index) {
        return measurements.stream().filter(line -> line.metric().equals(PRIVATE) && line.index() == index)
                .mapToDouble(Measurement::value).findFirst().orElse(0);
    }

    private long availableBytes() {
        try {
            Matcher matcher = AVAILABLE.matcher(Files.readString(meminfo));
            return matcher.find() ? Long.parseLong(matcher.group(1)) * 1024 : Long.MAX_VALUE;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + meminfo, failure);
        }
    }
}
