package org.graalvisor.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the whole lines of a table into typed rows. */
final class CsvTable {
    private CsvTable() {}

    /** The caller closes the stream. */
    static <T> Stream<T> rows(WholeLines lines, List<String> columns, Function<CsvRow, T> type) {
        if (lines.lengthBytes() == 0) {
            return Stream.empty();
        }
        try {
            CSVParser parser = CSVParser.parse(lines.reader(),
                    CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get());
            requireColumns(lines, parser, columns);
            return StreamSupport.stream(guarded(lines, parser), false)
                    .map(row -> typed(lines, row, columns, type))
                    .onClose(() -> close(parser));
        } catch (IOException e) {
            throw new ResultsException("read " + lines.file(), e, "Check permissions of the results folder");
        }
    }

    private static void requireColumns(WholeLines lines, CSVParser parser, List<String> columns) throws IOException {
        List<String> found = parser.getHeaderNames();
        if (!found.equals(columns)) {
            parser.close();
            throw new MalformedResultException(lines.file(), 1, String.join(",", found),
                    "expected the columns " + String.join(",", columns));
        }
    }

    /** The parser's rows, with its errors typed. */
    private static Spliterator<CSVRecord> guarded(WholeLines lines, CSVParser parser) {
        Iterator<CSVRecord> rows = parser.iterator();
        return new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
            @Override
            public boolean tryAdvance(Consumer<? super CSVRecord> action) {
                CSVRecord row;
                try {
                    if (!rows.hasNext()) {
                        return false;
                    }
                    row = rows.next();
                } catch (UncheckedIOException | IllegalStateException e) {
                    throw new MalformedResultException(lines.file(), parser.getRecordNumber() + 2, String.valueOf(e
                            .getMessage()),
                            "not a row of a table");
                }
                action.accept(row);
                return true;
            }
        };
    }

    private static <T> T typed(WholeLines lines, CSVRecord row, List<String> columns, Function<CsvRow, T> type) {
        // The header is line 1 and no value holds a line feed, so the number of the row tells the line.
        long line = row.getRecordNumber() + 1;
        if (row.size() != columns.size()) {
            throw new MalformedResultException(lines.file(), line, String.join(",", row),
                    "expected " + columns.size() + " values");
        }
        try {
            return type.apply(new CsvRow(lines.file(), line, row));
        } catch (IllegalArgumentException e) {
            throw new MalformedResultException(lines.file(), line, String.join(",", row), String.valueOf(e
                    .getMessage()));
        }
    }

    private static void close(CSVParser parser) {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
