package org.graalvisor.results;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.apache.commons.csv.CSVRecord;

/**
 * One row of a table, read with errors that name file, line, column and value.
 *
 * @param file the table
 * @param line line number counted from 1
 * @param cells the row
 */
record CsvRow(Path file, long line, CSVRecord cells) {

    String text(String column) {
        return cells.get(column);
    }

    long integer(String column) {
        try {
            return Long.parseLong(text(column));
        } catch (NumberFormatException e) {
            throw malformed(column, "expected an integer");
        }
    }

    int smallInteger(String column) {
        try {
            return Integer.parseInt(text(column));
        } catch (NumberFormatException e) {
            throw malformed(column, "expected an integer below 2147483648");
        }
    }

    OptionalLong optionalInteger(String column) {
        return text(column).isEmpty() ? OptionalLong.empty() : OptionalLong.of(integer(column));
    }

    double number(String column) {
        try {
            return Double.parseDouble(text(column));
        } catch (NumberFormatException e) {
            throw malformed(column, "expected a number");
        }
    }

    <E extends Enum<E>> E word(String column, Class<E> type) {
        return Words.parse(type, text(column)).orElseThrow(() -> malformed(column, Words.expected(type)));
    }

    private MalformedResultException malformed(String column, String problem) {
        return new MalformedResultException(file, line, text(column), "column \"" + column + "\": " + problem);
    }
}
