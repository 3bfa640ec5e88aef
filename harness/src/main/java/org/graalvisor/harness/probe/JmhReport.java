package org.graalvisor.harness.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.graalvisor.results.Measurement;

/** Reads the report JMH writes with {@code -rf json}. */
public final class JmhReport {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JmhReport() {}

    /**
     * Turns the report of one benchmark into measurements: {@code score} and {@code score_error} as JMH computed them, and
     * {@code iteration_score} for every measured iteration, fork after fork.
     *
     * @param file name for error messages
     * @param text content of the report
     * @throws ProbeException when it is no report of one benchmark
     */
    public static List<Measurement> parse(String file, String text) {
        JsonNode metric = benchmark(file, text).path("primaryMetric");
        if (!metric.path("score").isNumber() || !metric.path("scoreUnit").isTextual()) {
            throw new ProbeException(file + ": no primaryMetric with score and scoreUnit");
        }
        String unit = metric.get("scoreUnit").textValue();
        List<Measurement> measurements = new ArrayList<>();
        measurements.add(Measurement.scalar("score", unit, metric.get("score").doubleValue()));
        // "NaN" when there were too few iterations for an error.
        if (metric.path("scoreError").isNumber()) {
            measurements.add(Measurement.scalar("score_error", unit, metric.get("scoreError").doubleValue()));
        }
        long index = 0;
        for (JsonNode fork : metric.path("rawData")) {
            for (JsonNode score : fork) {
                measurements.add(new Measurement("iteration_score", unit, index, score.doubleValue()));
                index++;
            }
        }
        return measurements;
    }

    private static JsonNode benchmark(String file, String text) {
        try {
            JsonNode report = JSON.readTree(text);
            if (!report.isArray() || report.size() != 1) {
                throw new ProbeException(file + ": expected the report of one benchmark, found " + report.size());
            }
            return report.get(0);
        } catch (JsonProcessingException failure) {
            throw new ProbeException(file + ": no JSON: " + failure.getOriginalMessage(), failure);
        }
    }
}
