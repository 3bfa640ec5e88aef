package org.graalvisor.runtime.metrics;

import java.nio.charset.StandardCharsets;

/** Builds a page in the Prometheus text format, version 0.0.4. */
public final class PrometheusText {
    /** The page's media type. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder(8192);

    /** Starts a counter; its samples follow. */
    public PrometheusText counter(String name, String help) {
        return family(name, "counter", help);
    }

    /** Starts a gauge; its samples follow. */
    public PrometheusText gauge(String name, String help) {
        return family(name, "gauge", help);
    }

    /** Adds a sample without labels. */
    public PrometheusText sample(String name, long value) {
        text.append(name).append(' ').append(value).append('\n');
        return this;
    }

    /** Adds a sample with one label. */
    public PrometheusText sample(String name, String label, String labelValue, long value) {
        String escaped = labelValue.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        text.append(name).append('{').append(label).append("=\"").append(escaped).append("\"} ").append(value).append(
                '\n');
        return this;
    }

    /** Adds a histogram of seconds. */
    public PrometheusText histogram(String name, String help, DurationHistogram histogram) {
        family(name, "histogram", help);
        histogram.write(name, text);
        return this;
    }

    /** The page. */
    public byte[] toBytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private PrometheusText family(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append("\n# TYPE ").append(name).append(' ')
                .append(type).append('\n');
        return this;
    }
}
