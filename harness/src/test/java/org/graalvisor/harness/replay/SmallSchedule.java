package org.graalvisor.harness.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Schedules shorter than the minute that a trace's counts are about. */
public final class SmallSchedule {
    private static final int FUNCTIONS = 3;
    private static final long GAP_US = 50_000;

    private SmallSchedule() {}

    /**
     * Writes a schedule of three functions of two owners, invoked in turn every 50 ms.
     *
     * @param file to write
     * @param lengthUs of the schedule
     * @param durationUs of each invocation
     * @param bytes of each invocation
     */
    public static Path write(Path file, long lengthUs, long durationUs, long bytes) throws IOException {
        long arrivals = lengthUs / GAP_US;
        StringBuilder text = new StringBuilder("graalvisor-schedule 1\nmade for a test\n").append(lengthUs).append(
                ",0,0,").append(FUNCTIONS).append(',').append(arrivals).append(",0\n");
        for (int function = 0; function < FUNCTIONS; function++) {
            text.append("owner").append(function / 2).append(",app").append(function).append(",function").append(
                    function).append(',').append(durationUs).append(',').append(bytes).append('\n');
        }
        for (long arrival = 0; arrival < arrivals; arrival++) {
            text.append(arrival == 0 ? 0 : GAP_US).append(',').append(arrival % FUNCTIONS).append('\n');
        }
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
