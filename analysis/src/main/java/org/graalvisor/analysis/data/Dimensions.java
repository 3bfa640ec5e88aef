package org.graalvisor.analysis.data;

import java.util.Comparator;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Points in an experiment's grid. */
public final class Dimensions {
    /** The dimension that counts independent runs of one point. */
    static final String RUN = "run";

    /** By dimension name, numbers by size: 2 before 16. */
    static final Comparator<Map<String, String>> ORDER = (left, right) -> {
        for (String name : new TreeMap<>(left).keySet()) {
            int order = compareValues(left.getOrDefault(name, ""), right.getOrDefault(name, ""));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    };

    private Dimensions() {}

    static SortedMap<String, String> withoutRun(Map<String, String> dimensions) {
        SortedMap<String, String> rest = new TreeMap<>(dimensions);
        rest.remove(RUN);
        return rest;
    }

    /** The dimension's value as a number; empty when it is absent or not a number. */
    public static OptionalDouble number(Map<String, String> dimensions, String name) {
        String text = dimensions.getOrDefault(name, "");
        return text.matches("[0-9]{1,15}(\\.[0-9]{1,15})?")
                ? OptionalDouble.of(Double.parseDouble(text))
                : OptionalDouble.empty();
    }

    private static int compareValues(String left, String right) {
        OptionalDouble leftNumber = number(Map.of("value", left), "value");
        OptionalDouble rightNumber = number(Map.of("value", right), "value");
        if (leftNumber.isPresent() && rightNumber.isPresent()) {
            return Double.compare(leftNumber.getAsDouble(), rightNumber.getAsDouble());
        }
        return left.compareTo(right);
    }
}
