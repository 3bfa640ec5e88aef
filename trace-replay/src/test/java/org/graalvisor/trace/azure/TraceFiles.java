package org.graalvisor.trace.azure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes days of a trace by hand, dirt and all. */
final class TraceFiles {
    static final String DURATION_HEADER = "HashOwner,HashApp,HashFunction,Average,Count,Minimum,Maximum,percentile_Average_0,"
            + "percentile_Average_1,percentile_Average_25,percentile_Average_50,percentile_Average_75,percentile_Average_99,"
            + "percentile_Average_100";
    static final String MEMORY_HEADER = "HashOwner,HashApp,SampleCount,AverageAllocatedMb,AverageAllocatedMb_pct1,"
            + "AverageAllocatedMb_pct5,AverageAllocatedMb_pct25,AverageAllocatedMb_pct50,AverageAllocatedMb_pct75,"
            + "AverageAllocatedMb_pct95,AverageAllocatedMb_pct99,AverageAllocatedMb_pct100";

    private final Path folder;

    TraceFiles(Path folder) {
        this.folder = folder;
    }

    TraceFiles invocations(int day, List<String> rows) throws IOException {
        String header = "HashOwner,HashApp,HashFunction,Trigger," + IntStream.rangeClosed(1, 1440)
                .mapToObj(Integer::toString).collect(Collectors.joining(","));
        return write(TraceFolder.INVOCATIONS, day, header, rows);
    }

    TraceFiles durations(int day, List<String> rows) throws IOException {
        return write(TraceFolder.DURATIONS, day, DURATION_HEADER, rows);
    }

    TraceFiles memory(int day, List<String> rows) throws IOException {
        return write(TraceFolder.MEMORY, day, MEMORY_HEADER, rows);
    }

    TraceFiles write(String prefix, int day, String header, List<String> rows) throws IOException {
        Files.writeString(folder.resolve(String.format(Locale.ROOT, "%s%02d.csv", prefix, day)),
                header + "\n" + rows.stream().map(row -> row + "\n").collect(Collectors.joining()));
        return this;
    }

    /** A row with the given counts in the first minutes. */
    static String counts(String key, String trigger, int... counts) {
        return key + "," + trigger + "," + IntStream.range(0, 1440)
                .mapToObj(minute -> Integer.toString(minute < counts.length ? counts[minute] : 0))
                .collect(Collectors.joining(","));
    }

    static String duration(String key, double average) {
        return key + "," + average + ",5,1,100," + String.join(",", Collections.nCopies(7, "10"));
    }

    static String memory(String app, double average) {
        return app + ",3," + average + "," + String.join(",", Collections.nCopies(8, "100"));
    }
}
