package org.graalvisor.results;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * Writes one attempt at one cell, append as you go. It ends by {@link #close(Verdict)}, which marks the attempt as done, or by
 * {@link #abandon()}, which does not. Every {@code append} method is safe for use by several threads.
 */
public final class CellWriter implements AutoCloseable {
    private static final String REMEDY = "Check free space and permissions of the results folder";

    private final Path folder;
    private final CsvAppender invocations;
    private final CsvAppender resources;
    private final CsvAppender measurements;
    private final LatencyLog latency;
    private final EventLog events;
    private final AtomicBoolean ended = new AtomicBoolean();

    CellWriter(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        Files.createFile(stdoutLog());
        Files.createFile(stderrLog());
        this.invocations = new CsvAppender(folder.resolve(CellFiles.INVOCATIONS), CellFiles.INVOCATION_COLUMNS);
        this.resources = new CsvAppender(folder.resolve(CellFiles.RESOURCES), CellFiles.RESOURCE_COLUMNS);
        this.measurements = new CsvAppender(folder.resolve(CellFiles.MEASUREMENTS), CellFiles.MEASUREMENT_COLUMNS);
        this.latency = new LatencyLog(folder.resolve(CellFiles.LATENCY));
        this.events = new EventLog(folder.resolve(CellFiles.EVENTS));
    }

    /** The folder of this attempt. Further files put here before {@link #close(Verdict)} are fingerprinted too. */
    public Path folder() {
        return folder;
    }

    /** Where the platform's standard output goes; exists and is empty when the cell is opened. */
    public Path stdoutLog() {
        return folder.resolve(CellFiles.STDOUT);
    }

    /** Where the platform's standard error goes; exists and is empty when the cell is opened. */
    public Path stderrLog() {
        return folder.resolve(CellFiles.STDERR);
    }

    /**
     * Adds a row to {@code invocations.csv}.
     *
     * @throws ResultsException when the disk refuses
     */
    public void append(InvocationRecord invocation) {
        write(CellFiles.INVOCATIONS, () -> invocations.append(invocation.index(), invocation.function(),
                invocation.intendedNs(), orEmpty(invocation.sentNs()), orEmpty(invocation.completedNs()), invocation
                        .status(),
                Words.of(invocation.startKind()), orEmpty(invocation.execTimeUs()), Words.of(invocation.phase()),
                Words.of(invocation.outcome())));
    }

    /**
     * Adds a row to {@code resources.csv} and hands it to the operating system at once.
     *
     * @throws ResultsException when the disk refuses
     */
    public void append(ResourceSample sample) {
        write(CellFiles.RESOURCES, () -> {
            resources.append(sample.elapsedNs(), sample.rssBytes(), orEmpty(sample.pssBytes()),
                    orEmpty(sample.privateDirtyBytes()), sample.cpuNs(), sample.threads(), sample.processes());
            resources.flush();
        });
    }

    /**
     * Adds a row to {@code measurements.csv}.
     *
     * @throws ResultsException when the disk refuses
     */
    public void append(Measurement measurement) {
        write(CellFiles.MEASUREMENTS, () -> measurements.append(measurement.metric(), measurement.unit(), measurement
                .index(),
                Double.toString(measurement.value())));
    }

    /**
     * Adds a line to {@code events.jsonl}.
     *
     * @throws ResultsException when the disk refuses
     */
    public void append(Event event) {
        write(CellFiles.EVENTS, () -> events.append(event));
    }

    /**
     * Adds a histogram to {@code latency.hlog}; a reader adds up all histograms of a phase.
     *
     * @param phase which invocations it counts
     * @param startNs start of the interval it covers, nanoseconds since the start of the cell's load
     * @param endNs end of that interval
     * @param histogram of response times in nanoseconds; copied
     * @throws ResultsException when the disk refuses
     */
    public void appendLatency(Phase phase, long startNs, long endNs, Histogram histogram) {
        write(CellFiles.LATENCY, () -> latency.append(phase, startNs, endNs, histogram));
    }

    /**
     * Ends the attempt and marks it as done; the cell will not be run again on resume.
     *
     * @throws ResultsException when the disk refuses
     */
    public void close(Verdict verdict) {
        if (!ended.compareAndSet(false, true)) {
            throw new IllegalStateException("The attempt " + folder + " has already ended");
        }
        write(CellFiles.DONE, () -> {
            closeFiles();
            syncAll();
            DoneMarker.of(folder, verdict).write(folder);
        });
    }

    /** Ends the attempt without marking it as done; does nothing when it has already ended. */
    public void abandon() {
        if (ended.compareAndSet(false, true)) {
            write("the end of the attempt", this::closeFiles);
        }
    }

    /** The same as {@link #abandon()}, so that an attempt left by an exception is never taken for a complete one. */
    @Override
    public void close() {
        abandon();
    }

    private void closeFiles() throws IOException {
        IOException failure = null;
        for (Closeable file : List.of(invocations, resources, measurements, latency, events)) {
            try {
                file.close();
            } catch (IOException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void syncAll() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                DurableFiles.sync(file);
            }
        }
    }

    private void write(String what, DiskAction action) {
        try {
            action.run();
        } catch (IOException e) {
            throw new ResultsException("write " + what + " in " + folder, e, REMEDY);
        }
    }

    private static Object orEmpty(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : "";
    }

    private interface DiskAction {
        void run() throws IOException;
    }
}
