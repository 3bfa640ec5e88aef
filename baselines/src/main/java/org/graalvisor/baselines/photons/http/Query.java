package org.graalvisor.baselines.photons.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields after a path's question mark.
 *
 * @param fields values by name
 */
record Query(Map<String, String> fields) {

    /**
     * @param raw percent-encoded, empty when there is none
     * @param known names that are allowed
     */
    static Query parse(String raw, List<String> known) throws RequestFailure {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String part : raw.isEmpty() ? List.<String>of() : List.of(raw.split("&", -1))) {
            int equals = part.indexOf('=');
            String name = decode(equals < 0 ? part : part.substring(0, equals));
            if (!known.contains(name)) {
                throw bad("Field " + name + " is not known here; known are " + String.join(", ", known));
            }
            if (fields.put(name, equals < 0 ? "" : decode(part.substring(equals + 1))) != null) {
                throw bad("Field " + name + " is given twice");
            }
        }
        return new Query(Map.copyOf(fields));
    }

    String require(String name) throws RequestFailure {
        String value = fields.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw bad("Field " + name + " is missing");
        }
        return value;
    }

    long requireNumber(String name, long min, long max) throws RequestFailure {
        return number(name, require(name), min, max);
    }

    Optional<Long> number(String name, long min, long max) throws RequestFailure {
        return fields.containsKey(name) ? Optional.of(requireNumber(name, min, max)) : Optional.empty();
    }

    private static long number(String name, String value, long min, long max) throws RequestFailure {
        if (value.matches("[0-9]{1,18}")) {
            long number = Long.parseLong(value);
            if (number >= min && number <= max) {
                return number;
            }
        }
        throw bad("Field " + name + " must be a whole number from " + min + " to " + max + ", got: " + value);
    }

    private static String decode(String text) throws RequestFailure {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw bad("The query is not percent-encoded UTF-8: " + text);
        }
    }

    private static RequestFailure bad(String message) {
        return new RequestFailure(FailureKind.BAD_REQUEST, message);
    }
}
