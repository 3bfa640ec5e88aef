package org.graalvisor.results;

/**
 * One number that is not an invocation.
 *
 * @param metric name, with the unit as its end where it has one ({@code isolate_create_us})
 * @param unit unit of the value, for example {@code us}, {@code bytes}, {@code ops/s}, {@code count}
 * @param index position in a series, from 0; 0 for a scalar
 * @param value finite
 */
public record Measurement(String metric, String unit, long index, double value) {

    public Measurement {
        Names.requireSingleLine("metric", metric);
        Names.requireSingleLine("unit", unit);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("Measurement " + metric + " is " + value
                    + ": a number that was not measured must be left out, not written");
        }
    }

    /** A number that is not part of a series. */
    public static Measurement scalar(String metric, String unit, double value) {
        return new Measurement(metric, unit, 0, value);
    }
}
