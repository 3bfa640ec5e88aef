package org.graalvisor.analysis.data;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

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

    /** The value at an index. */
    OptionalDouble at(long index) {
        return values.containsKey(index) ? OptionalDouble.of(values.get(index)) : OptionalDouble.empty();
    }

    /** A series of one number. */
    static Series scalar(String unit, double value) {
        return new Series(unit, new TreeMap<>(Map.of(0L, value)));
    }
}
