package org.graalvisor.harness.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.graalvisor.results.Measurement;

/** Reads one JSON object a line: {@code {"metric":"isolate_create_us","unit":"us","index":0,"value":81.5}}. */
public final class MeasurementLines {
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build().readerFor(Line.class);

    private record Line(String metric, String unit, long index, double value) {}

    private MeasurementLines() {}

    /**
     * Reads lines.
     *
     * @param source where they come from, for error messages
     * @param text the lines; empty ones are skipped
     * @throws ProbeException when a line is no measurement, with its number
     */
    public static List<Measurement> parse(String source, String text) {
        List<Measurement> measurements = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (!line.isBlank()) {
                measurements.add(parseLine(source, number, line));
            }
        }
        return measurements;
    }

    private static Measurement parseLine(String source, int number, String text) {
        try {
            Line line = READER.readValue(text);
            return new Measurement(line.metric(), line.unit(), line.index(), line.value());
        } catch (JsonProcessingException | IllegalArgumentException malformed) {
            String reason = malformed instanceof JsonProcessingException json
                    ? json.getOriginalMessage()
                    : malformed.getMessage();
            throw new ProbeException(source + ":" + number + ": expected {\"metric\":…,\"unit\":…,\"index\":…,"
                    + "\"value\":…}, got " + text + " (" + reason + ")", malformed);
        }
    }
}
