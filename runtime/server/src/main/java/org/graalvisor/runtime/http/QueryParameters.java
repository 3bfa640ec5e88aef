package org.graalvisor.runtime.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graalvisor.runtime.error.ErrorKind;
import org.graalvisor.runtime.error.RequestException;

/** The parameters of a query string. A parameter nobody asked for is an error: a typed-wrong name must not pass as absent. */
public final class QueryParameters {
    private final List<String> names = new ArrayList<>(4);
    private final List<String> values = new ArrayList<>(4);

    private QueryParameters() {}

    /**
     * Reads a query string.
     *
     * @param query what follows the question mark, percent-encoded
     * @param known names the route understands
     * @throws RequestException 400 for a broken escape, an unknown name or a name given twice
     */
    public static QueryParameters parse(String query, List<String> known) {
        QueryParameters parameters = new QueryParameters();
        int start = 0;
        while (start < query.length()) {
            int ampersand = query.indexOf('&', start);
            int end = ampersand < 0 ? query.length() : ampersand;
            if (end > start) {
                parameters.add(query.substring(start, end), known);
            }
            start = end + 1;
        }
        return parameters;
    }

    private void add(String pair, List<String> known) {
        int equals = pair.indexOf('=');
        String name = PercentDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), "name");
        if (!known.contains(name)) {
            throw new RequestException(ErrorKind.BAD_REQUEST, "Unknown field " + name + "; this path understands: "
                    + String.join(", ", known));
        }
        if (names.contains(name)) {
            throw new RequestException(ErrorKind.BAD_REQUEST, "Field " + name + " is given twice");
        }
        names.add(name);
        values.add(equals < 0 ? "" : PercentDecoder.decode(pair.substring(equals + 1), name));
    }

    /** The value of a parameter, if it is there. */
    public Optional<String> find(String name) {
        int index = names.indexOf(name);
        return index < 0 ? Optional.empty() : Optional.of(values.get(index));
    }

    /**
     * The value of a parameter that must be there and not be empty.
     *
     * @throws RequestException 400 naming the field
     */
    public String require(String name) {
        int index = names.indexOf(name);
        if (index < 0 || values.get(index).isEmpty()) {
            throw new RequestException(ErrorKind.BAD_REQUEST, "Field " + name + " is missing");
        }
        return values.get(index);
    }

    /**
     * The value of a parameter as a whole number.
     *
     * @throws RequestException 400 naming the field and the value when it is no whole number or outside [min, max]
     */
    public long requireNumber(String name, long min, long max) {
        String text = require(name);
        try {
            long number = Long.parseLong(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new RequestException(ErrorKind.BAD_REQUEST, "Field " + name + " must be a whole number, got: "
                    + text);
        }
        throw new RequestException(ErrorKind.BAD_REQUEST, "Field " + name + " must be from " + min + " to " + max
                + ", got: " + text);
    }
}
