package org.graalvisor.trace.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.graalvisor.trace.TraceException;
import org.graalvisor.trace.azure.InvocationLogReader;
import org.graalvisor.trace.figure.Curve;
import org.graalvisor.trace.figure.Drawing;
import org.graalvisor.trace.figure.Panel;
import org.graalvisor.trace.model.MinuteWindow;
import org.graalvisor.trace.schedule.Schedule;
import org.graalvisor.trace.schedule.ScheduleFile;
import org.graalvisor.trace.schedule.ScheduleOptions;
import org.graalvisor.trace.schedule.ScheduleSeries;
import org.graalvisor.trace.schedule.Scheduler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a schedule. */
@Command(name = "schedule", description = "Turn minutes of a trace into a schedule: every arrival with its time, duration and memory.", footer = {
        "", "Examples:", "  graalvisor trace schedule azure --out paper.schedule.gz",
        "  graalvisor trace schedule --generate 100 --window 701-702 --rate-scale 0.1 --cap 2g --series series.csv --figures figures"})
final class ScheduleCommand extends TraceTask {
    private static final double BYTES_PER_GB = 1 << 30;

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Mixin
    private ArrivalOptions arrivals = new ArrivalOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "Where to save the schedule.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--series", paramLabel = "FILE", description = "Where to save arrivals, concurrency and memory of each second, as CSV.")
    private Optional<Path> series = Optional.empty();

    @Option(names = "--figures", paramLabel = "FOLDER", description = "Where to draw arrivals, concurrency and memory over time, as schedule.png and schedule.svg.")
    private Optional<Path> figures = Optional.empty();

    @Override
    void run(ShownProgress progress) {
        ScheduleOptions options = arrivals.resolve(arrivals.window().orElse(MinuteWindow.DEFAULT),
                arrivals.rateScale().orElse(1.0), arrivals.memoryScale().orElse(1.0), source.seed());
        Schedule schedule = source.invocationLog()
                .map(file -> Scheduler.schedule(file.getFileName().toString(), InvocationLogReader.read(file), options))
                .orElseGet(() -> Scheduler.schedule(source.load(progress), options));
        progress.close();
        List<ScheduleSeries.Second> seconds = ScheduleSeries.of(schedule);
        int peak = seconds.stream().mapToInt(ScheduleSeries.Second::peakConcurrency).max().orElse(0);
        long unfit = schedule.functions().stream().filter(f -> f.budgetBytes() > options.memoryCapBytes()).count();
        out().println(String.format(Locale.ROOT,
                "%,d arrivals of %,d functions in %,d s, peak concurrency %d, sha256 %s",
                schedule.size(), schedule.functions().size(), seconds.size(), peak, schedule.hash()));
        if (schedule.substitutions().durations() + schedule.substitutions().memory() > 0) {
            out().println("made up: durations of " + schedule.substitutions().durations() + " functions, memory of "
                    + schedule.substitutions().memory());
        }
        if (unfit > 0) {
            out().println(unfit + " functions are larger than the cap of " + options.memoryCapBytes()
                    + " bytes: every invocation of them will be ignored");
        }
        out.ifPresent(file -> ScheduleFile.write(schedule, file));
        series.ifPresent(file -> writeSeries(seconds, file));
        figures.ifPresent(folder -> draw(schedule, seconds, folder));
    }

    private static void draw(Schedule schedule, List<ScheduleSeries.Second> seconds, Path folder) {
        double[] time = seconds.stream().mapToDouble(ScheduleSeries.Second::second).toArray();
        Panel.Axis axis = new Panel.Axis("seconds", false);
        new Drawing(List.of(
                panel("Arrivals", axis, "per second", time, seconds.stream().mapToDouble(
                        ScheduleSeries.Second::arrivals)),
                panel("Concurrency", axis, "running at the second's end", time, seconds.stream().mapToDouble(
                        ScheduleSeries.Second::concurrency)),
                panel("Memory demand", axis, "GB at the second's end", time, seconds.stream().mapToDouble(
                        second -> second.memoryBytes() / BYTES_PER_GB))),
                "What the schedule demands if every invocation ran at once. " + schedule.origin().replace("; ", ", ")
                        + "; sha256 " + schedule.hash() + ".").write(folder, "schedule");
    }

    private static Panel panel(String title, Panel.Axis axis, String unit, double[] time, DoubleStream values) {
        return new Panel(title, axis, new Panel.Axis(unit, false), List.of(new Curve(title, time, values.toArray())
                .thinned()),
                false);
    }

    private static void writeSeries(List<ScheduleSeries.Second> seconds, Path file) {
        try {
            Files.write(file, Stream.concat(Stream.of("second,arrivals,concurrency,peak_concurrency,memory_bytes"),
                    seconds.stream().map(s -> s.second() + "," + s.arrivals() + "," + s.concurrency() + ","
                            + s.peakConcurrency() + "," + s.memoryBytes()))
                    .toList());
        } catch (IOException e) {
            throw new TraceException("Cannot write the series " + file + ": check space and permissions", e);
        }
    }
}
