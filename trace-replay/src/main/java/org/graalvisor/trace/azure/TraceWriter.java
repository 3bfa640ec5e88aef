package org.graalvisor.trace.azure;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.graalvisor.trace.Progress;
import org.graalvisor.trace.TraceException;
import org.graalvisor.trace.model.AzureTrace;
import org.graalvisor.trace.model.DurationProfile;
import org.graalvisor.trace.model.FunctionKey;
import org.graalvisor.trace.model.MemoryProfile;
import org.graalvisor.trace.model.MinuteCounts;
import org.graalvisor.trace.model.Percentiles;
import org.graalvisor.trace.model.TraceFunction;

/** Writes the official 2019 layout, one set of files a day. Durations and memory are the same on every day. */
public final class TraceWriter {
    private final Progress progress;

    /**
     * @param progress hears how far writing has come
     */
    public TraceWriter(Progress progress) {
        this.progress = progress;
    }

    /**
     * Writes a trace as days 01, 02, …
     *
     * @param trace what to write
     * @param folder created when missing; files in it are replaced
     */
    public void write(AzureTrace trace, Path folder) {
        try {
            Files.createDirectories(folder);
            for (int day = 1; day <= trace.days(); day++) {
                String suffix = (day < 10 ? "0" : "") + day + ".csv";
                writeInvocations(trace, folder.resolve(TraceFolder.INVOCATIONS + suffix), day);
                writeDurations(trace, folder.resolve(TraceFolder.DURATIONS + suffix));
                if (!trace.memory().isEmpty()) {
                    writeMemory(trace, folder.resolve(TraceFolder.MEMORY + suffix));
                }
            }
        } catch (IOException e) {
            throw new TraceException("Cannot write the trace to " + folder + ": check space and permissions", e);
        }
    }

    private void writeInvocations(AzureTrace trace, Path file, int day) throws IOException {
        int[] perMinute = new int[MinuteCounts.MINUTES_PER_DAY];
        int firstMinute = (day - 1) * MinuteCounts.MINUTES_PER_DAY;
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("HashOwner,HashApp,HashFunction,Trigger," + IntStream.rangeClosed(1, perMinute.length)
                    .mapToObj(Integer::toString).collect(Collectors.joining(",")) + "\n");
            StringBuilder row = new StringBuilder();
            int written = 0;
            for (TraceFunction function : trace.functions()) {
                Arrays.fill(perMinute, 0);
                function.invocations().copyTo(perMinute, firstMinute);
                row.setLength(0);
                appendKey(row, function.key()).append(',').append(function.trigger().label());
                for (int count : perMinute) {
                    row.append(',').append(count);
                }
                out.append(row).append('\n');
                if (++written % 256 == 0) {
                    progress.advance("writing " + file.getFileName(), written, trace.functions().size());
                }
            }
        }
    }

    private static void writeDurations(AzureTrace trace, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("HashOwner,HashApp,HashFunction,Average,Count,Minimum,Maximum,"
                    + names(DurationsFile.PERCENTILE, DurationProfile.ranks()) + "\n");
            for (TraceFunction function : trace.functions()) {
                if (function.duration().isPresent()) {
                    DurationProfile profile = function.duration().get();
                    StringBuilder row = appendKey(new StringBuilder(), function.key()).append(',')
                            .append(number(profile.averageMs())).append(',').append(profile.count()).append(',')
                            .append(number(profile.minimumMs())).append(',').append(number(profile.maximumMs()));
                    out.append(appendPercentiles(row, profile.percentiles())).append('\n');
                }
            }
        }
    }

    private static void writeMemory(AzureTrace trace, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("HashOwner,HashApp,SampleCount,AverageAllocatedMb,"
                    + names(MemoryFile.PERCENTILE, MemoryProfile.ranks()) + "\n");
            for (var entry : trace.memory().entrySet()) {
                StringBuilder row = new StringBuilder(entry.getKey().owner()).append(',').append(entry.getKey().app())
                        .append(',').append(entry.getValue().sampleCount()).append(',')
                        .append(number(entry.getValue().averageMb()));
                out.append(appendPercentiles(row, entry.getValue().percentiles())).append('\n');
            }
        }
    }

    private static StringBuilder appendKey(StringBuilder row, FunctionKey key) {
        return row.append(key.owner()).append(',').append(key.app()).append(',').append(key.function());
    }

    private static StringBuilder appendPercentiles(StringBuilder row, Percentiles percentiles) {
        for (int i = 0; i < percentiles.size(); i++) {
            row.append(',').append(number(percentiles.value(i)));
        }
        return row;
    }

    private static String names(String prefix, double[] ranks) {
        return DoubleStream.of(ranks).mapToObj(rank -> prefix + (int) rank).collect(Collectors.joining(","));
    }

    /** Whole numbers without a fraction, as in the published files; others exactly. */
    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
