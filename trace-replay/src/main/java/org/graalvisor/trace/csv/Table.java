package org.graalvisor.trace.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvisor.trace.TraceException;

/** A file whose first line names its columns. Fields are asked for by the number that {@link #column} returned. */
public final class Table implements AutoCloseable {
    private final RowReader rows;
    private final List<String> header;
    private final Map<String, Integer> columns;

    private Table(RowReader rows, List<String> header, Map<String, Integer> columns) {
        this.rows = rows;
        this.header = header;
        this.columns = columns;
    }

    /**
     * Opens a file and reads its header.
     *
     * @param file plain or gzip
     * @throws TraceException when it cannot be read, is empty, or names a column twice
     */
    public static Table open(Path file) {
        RowReader rows = new RowReader(TableFile.open(file), file.toString());
        try {
            return of(rows);
        } catch (TraceException e) {
            rows.close();
            throw e;
        }
    }

    private static Table of(RowReader rows) {
        if (!rows.next()) {
            throw TraceException.at(rows.file(), 1, "the file is empty; its first line has to name the columns");
        }
        List<String> header = new ArrayList<>();
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int field = 0; field < rows.fields(); field++) {
            String name = rows.text(field).strip();
            header.add(name);
            if (columns.putIfAbsent(name, field) != null) {
                throw TraceException.at(rows.file(), rows.line(), field + 1, name, "this column is named twice");
            }
        }
        return new Table(rows, header, columns);
    }

    /**
     * Returns the number of a column.
     *
     * @param name as in the header
     * @throws TraceException when there is no such column
     */
    public int column(String name) {
        Integer column = columns.get(name);
        if (column == null) {
            throw TraceException.at(rows.file(), 1, "there is no column '" + name + "'; the file has "
                    + String.join(", ", header.subList(0, Math.min(12, header.size())))
                    + (header.size() > 12 ? ", … (" + header.size() + " columns)" : ""));
        }
        return column;
    }

    /** Tells whether there is a column of this name. */
    public boolean has(String name) {
        return columns.containsKey(name);
    }

    /**
     * Goes to the next row.
     *
     * @return false at the end of the file
     * @throws TraceException when the row has more or fewer fields than the header
     */
    public boolean next() {
        if (!rows.next()) {
            return false;
        }
        if (rows.fields() != header.size()) {
            int column = Math.min(rows.fields(), header.size());
            throw TraceException.at(rows.file(), rows.line(), column, header.get(column - 1),
                    "the row has " + rows.fields() + " fields, the header " + header.size()
                            + ": the file may be cut off; fetch it again or delete this line");
        }
        return true;
    }

    /** Returns a field as text. */
    public String text(int column) {
        return rows.text(column);
    }

    /**
     * Returns a field as a whole number.
     *
     * @throws TraceException when it is not one from 0 to 2147483647
     */
    public int count(int column) {
        int value = rows.count(column);
        return value >= 0 ? value : roundCount(column);
    }

    /** Some tables write whole numbers as 12.0. */
    private int roundCount(int column) {
        double value = number(column);
        if (value < 0 || value > Integer.MAX_VALUE || value != Math.rint(value)) {
            throw fault(column, "not a whole number from 0 to " + Integer.MAX_VALUE);
        }
        return (int) value;
    }

    /**
     * Returns a field as a number.
     *
     * @throws TraceException when it is not a finite number
     */
    public double number(int column) {
        int whole = rows.count(column);
        if (whole >= 0) {
            return whole;
        }
        double value;
        try {
            value = Double.parseDouble(rows.text(column));
        } catch (NumberFormatException malformed) {
            throw fault(column, "not a number");
        }
        if (!Double.isFinite(value)) {
            throw fault(column, "not a finite number");
        }
        return value;
    }

    private TraceException fault(int column, String problem) {
        return TraceException.at(rows.file(), rows.line(), column + 1, header.get(column),
                "'" + rows.text(column) + "' is " + problem);
    }

    /** Returns file and line of this row. */
    public String place() {
        return rows.place();
    }

    /** Returns how far reading has come, in characters after decompression. */
    public long position() {
        return rows.position();
    }

    @Override
    public void close() {
        rows.close();
    }
}
