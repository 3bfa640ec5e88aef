package org.graalvisor.workloads.java;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The arguments of a function, or a record it reads: a flat JSON object.
 *
 * @param values numbers and texts by name, as text
 */
record JsonArguments(Map<String, String> values) {
    private static final JsonFactory JSON = new JsonFactory();

    static JsonArguments parse(String json) {
        Map<String, String> values = new HashMap<>();
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("the arguments have to be a JSON object");
            }
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                if (parser.nextToken().isStructStart()) {
                    throw new IllegalArgumentException("the argument '" + name + "' has to be a number or a text");
                }
                values.put(name, parser.getText());
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("the arguments are no JSON: " + e.getMessage(), e);
        }
        return new JsonArguments(values);
    }

    String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the argument '" + name + "' is missing");
        }
        return value;
    }

    /** A whole number of at least 0. */
    long count(String name) {
        String value = text(name);
        try {
            long count = Long.parseLong(value);
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the argument '" + name + "' has to be a whole number, not '" + value
                    + "'", e);
        }
        throw new IllegalArgumentException("the argument '" + name + "' must not be negative: " + value);
    }
}
