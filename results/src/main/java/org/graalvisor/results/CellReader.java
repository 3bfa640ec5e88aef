package org.graalvisor.results;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * Reads one attempt at one cell. Streams hold a file open: close them. A last line that was torn when the writer was killed is
 * left out and counted by {@link #tornLines()}; any other line that its format does not allow is a
 * {@link MalformedResultException} while the stream is consumed.
 */
public final class CellReader {
    private static final List<String> LINE_FILES = List.of(CellFiles.INVOCATIONS, CellFiles.LATENCY,
            CellFiles.RESOURCES,
            CellFiles.MEASUREMENTS, CellFiles.EVENTS);

    private final Path folder;
    private final PlannedCell plan;
    private final Verdict verdict;

    CellReader(Path folder, PlannedCell plan, Verdict verdict) {
        this.folder = folder;
        this.plan = plan;
        this.verdict = verdict;
    }

    /** The cell's id. */
    public String id() {
        return plan.id();
    }

    /** The point of the experiment's grid. */
    public Map<String, String> dimensions() {
        return plan.dimensions();
    }

    /** How far this attempt may be trusted. */
    public Verdict verdict() {
        return verdict;
    }

    /** The folder of this attempt. */
    public Path folder() {
        return folder;
    }

    /** Number of files whose last line was torn; 0 for an attempt that ended in order. */
    public int tornLines() {
        return (int) LINE_FILES.stream().filter(name -> lines(name).torn()).count();
    }

    /** Every scheduled invocation. */
    public Stream<InvocationRecord> invocations() {
        return CsvTable.rows(lines(CellFiles.INVOCATIONS), CellFiles.INVOCATION_COLUMNS,
                row -> new InvocationRecord(row.integer("index"), row.text("function"), row.integer("intended_ns"),
                        row.optionalInteger("sent_ns"), row.optionalInteger("completed_ns"), row.smallInteger("status"),
                        row.word("start_kind", StartKind.class), row.optionalInteger("exec_time_us"),
                        row.word("phase", Phase.class), row.word("outcome", Outcome.class)));
    }

    /** Resources of the platform over time. */
    public Stream<ResourceSample> resources() {
        return CsvTable.rows(lines(CellFiles.RESOURCES), CellFiles.RESOURCE_COLUMNS,
                row -> new ResourceSample(row.integer("elapsed_ns"), row.integer("rss_bytes"),
                        row.optionalInteger("pss_bytes"), row.optionalInteger("private_dirty_bytes"), row.integer(
                                "cpu_ns"),
                        row.smallInteger("threads"), row.smallInteger("processes")));
    }

    /** Numbers that are not invocations. */
    public Stream<Measurement> measurements() {
        return CsvTable.rows(lines(CellFiles.MEASUREMENTS), CellFiles.MEASUREMENT_COLUMNS,
                row -> new Measurement(row.text("metric"), row.text("unit"), row.integer("index"), row.number(
                        "value")));
    }

    /** What happened while the cell ran. */
    public Stream<Event> events() {
        WholeLines lines = lines(CellFiles.EVENTS);
        try (BufferedReader reader = lines.reader()) {
            Stream.Builder<Event> events = Stream.builder();
            long number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                JsonFields fields = Json.parse(lines.file(), number, line);
                events.add(fields.build(line,
                        self -> new Event(self.integer("elapsed_ns"), self.text("event"), self.textMap("details"))));
            }
            return events.build();
        } catch (IOException | UncheckedIOException e) {
            throw new ResultsException("read " + lines.file(), e, "Check permissions of the results folder");
        }
    }

    /** All response times of a phase, in nanoseconds; empty (total count 0) when none was recorded. */
    public Histogram latency(Phase phase) {
        return LatencyLogReader.sum(lines(CellFiles.LATENCY), phase);
    }

    private WholeLines lines(String fileName) {
        return WholeLines.of(folder.resolve(fileName));
    }
}
