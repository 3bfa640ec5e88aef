package org.graalvisor.analysis.data;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.graalvisor.analysis.statistics.Samples;

/**
 * All values of one metric in one cell.
 *
 * @param unit unit of the values
 * @param values value per index
 */
public record Series(String unit, SortedMap<Long, Double> values) {

    public Series {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        if (values.isEmpty()) {
            throw new IllegalArgumentException("A series has at least one value");
        }
    }

    /** The values in the order of their indexes. */
    double[] inOrder() {
        return values.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The values from the smallest to the largest. */
    public double[] ascending() {
        return values.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    /** The value at an index. */
    public OptionalDouble at(long index) {
        return values.containsKey(index) ? OptionalDouble.of(values.get(index)) : OptionalDouble.empty();
    }

    /** The median of the values whose index is at least {@code from} and below {@code to}. */
    public OptionalDouble medianBetween(long from, long to) {
        double[] part = values.subMap(from, to).values().stream().mapToDouble(Double::doubleValue).toArray();
        return part.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Samples.median(part));
    }

    /** The sum of all values up to an index, when there is a value at that index. */
    public OptionalDouble sumUpTo(long last) {
        return values.containsKey(last)
                ? OptionalDouble.of(values.headMap(last + 1).values().stream().mapToDouble(Double::doubleValue).sum())
                : OptionalDouble.empty();
    }

    /** A series of numbers with the indexes 0, 1, 2 … */
    static Series of(String unit, List<Double> inOrder) {
        SortedMap<Long, Double> values = new TreeMap<>();
        inOrder.forEach(value -> values.put((long) values.size(), value));
        return new Series(unit, values);
    }

    /** A series of one number. */
    static Series scalar(String unit, double value) {
        return new Series(unit, new TreeMap<>(Map.of(0L, value)));
    }
}
