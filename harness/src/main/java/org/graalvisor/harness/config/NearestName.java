package org.graalvisor.harness.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses what somebody meant. */
public final class NearestName {
    private NearestName() {}

    /**
     * Returns a sentence's end that helps with a wrong name: the nearest valid one, and all of them.
     *
     * @param wrong what was written
     * @param valid what would have been right
     */
    public static String hint(String wrong, Collection<String> valid) {
        String all = "valid: " + String.join(", ", valid);
        return nearest(wrong, valid).map(name -> "did you mean " + name + "? (" + all + ")").orElse(all);
    }

    static Optional<String> nearest(String wrong, Collection<String> valid) {
        int tolerance = Math.max(2, wrong.length() / 2);
        return valid.stream().filter(name -> distance(wrong, name) <= tolerance)
                .min(Comparator.comparingInt((String name) -> distance(wrong, name)));
    }

    /** Returns the Levenshtein distance. */
    static int distance(String left, String right) {
        int[] previous = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] current = new int[right.length() + 1];
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int change = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
                current[column] = Math.min(previous[column - 1] + change,
                        1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
