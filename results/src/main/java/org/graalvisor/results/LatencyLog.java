package org.graalvisor.results;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/** {@code latency.hlog}: histograms of nanoseconds, one line each, tagged with the phase. Safe for use by several threads. */
final class LatencyLog implements Closeable {
    /** The log's human-readable maximum is in milliseconds; the histogram itself stays in nanoseconds. */
    private static final double NANOSECONDS_PER_PRINTED_UNIT = 1e6;
    private static final double NANOSECONDS_PER_SECOND = 1e9;

    private final PrintStream stream;
    private final HistogramLogWriter writer;

    LatencyLog(Path file) throws IOException {
        OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW));
        this.stream = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        this.writer = new HistogramLogWriter(stream);
        writer.outputComment("[Response times in nanoseconds; printed maximum in milliseconds]");
        writer.outputLogFormatVersion();
        writer.outputLegend();
    }

    synchronized void append(Phase phase, long startNs, long endNs, Histogram histogram) throws IOException {
        Histogram tagged = histogram.copy();
        tagged.setTag(Words.of(phase));
        writer.outputIntervalHistogram(startNs / NANOSECONDS_PER_SECOND, endNs / NANOSECONDS_PER_SECOND, tagged,
                NANOSECONDS_PER_PRINTED_UNIT);
        if (stream.checkError()) {
            throw new IOException("writing a histogram failed");
        }
    }

    @Override
    public synchronized void close() throws IOException {
        stream.close();
        if (stream.checkError()) {
            throw new IOException("closing the histogram log failed");
        }
    }
}
