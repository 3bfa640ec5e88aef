package org.graalvisor.results;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What may become a file name, and maps in one order so that the same input gives the same bytes. */
final class Names {
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._=+-]{0,199}");

    private Names() {}

    static String require(String what, String name) {
        if (!FILE_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("The " + what + " \"" + name
                    + "\" cannot be a file name: use 1 to 200 letters, digits or . _ = + -, beginning with a letter, digit or _");
        }
        return name;
    }

    static String requireSingleLine(String what, String text) {
        if (text.isEmpty() || text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("The " + what + " \"" + text + "\" must be one line and not empty");
        }
        return text;
    }

    static <V> Map<String, V> sorted(Map<String, V> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }
}
