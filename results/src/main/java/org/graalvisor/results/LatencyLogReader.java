package org.graalvisor.results;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

/** Adds up the histograms of one phase in {@code latency.hlog}. */
final class LatencyLogReader {
    private static final int SIGNIFICANT_DIGITS = 3;

    private LatencyLogReader() {}

    static Histogram sum(WholeLines lines, Phase phase) {
        Histogram sum = new Histogram(SIGNIFICANT_DIGITS);
        sum.setTag(Words.of(phase));
        try (BufferedReader reader = lines.reader()) {
            long number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (line.startsWith("#") || line.startsWith("\"StartTimestamp\"")) {
                    continue;
                }
                Histogram interval = parse(lines, number, line);
                if (Words.of(phase).equals(interval.getTag())) {
                    sum.add(interval);
                }
            }
            return sum;
        } catch (IOException e) {
            throw new ResultsException("read " + lines.file(), e, "Check permissions of the results folder");
        }
    }

    private static Histogram parse(WholeLines lines, long number, String line) {
        // One reader per line, because the library's reader skips over what it does not understand.
        InputStream input = new ByteArrayInputStream((line + "\n").getBytes(StandardCharsets.UTF_8));
        try (HistogramLogReader reader = new HistogramLogReader(input)) {
            EncodableHistogram interval = reader.nextIntervalHistogram();
            if (interval instanceof Histogram histogram) {
                return histogram;
            }
        } catch (RuntimeException e) {
            throw new MalformedResultException(lines.file(), number, line, "not a histogram line: " + e);
        }
        throw new MalformedResultException(lines.file(), number, line, "expected a tagged histogram line");
    }
}
