package org.graalvisor.trace.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.graalvisor.trace.TraceException;

/** Reads rows one by one; blank lines are skipped. Knows where it is, for errors. */
public final class RowReader implements AutoCloseable {
    private static final int BUFFER_CHARS = 1 << 16;
    private static final int DECIMAL = 10;

    private final String file;
    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private CSVRecord row;

    /**
     * @param in where rows come from; closed with this
     * @param file name for errors
     */
    public RowReader(InputStream in, String file) {
        this.file = file;
        try {
            this.parser = CSVParser.parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8),
                    BUFFER_CHARS), CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get());
        } catch (IOException e) {
            throw new TraceException("Cannot read " + file, e);
        }
        this.rows = parser.iterator();
    }

    /**
     * Goes to the next row.
     *
     * @return false at the end of the file
     */
    public boolean next() {
        try {
            if (!rows.hasNext()) {
                return false;
            }
            row = rows.next();
            return true;
        } catch (UncheckedIOException e) {
            throw new TraceException(file + ":" + (parser.getCurrentLineNumber() + 1)
                    + ": cannot read on; the file may be cut off or not be a table", e);
        }
    }

    /** Returns the number of fields of this row. */
    public int fields() {
        return row.size();
    }

    /** Returns the number of the line of this row, from 1. */
    public long line() {
        return parser.getCurrentLineNumber();
    }

    /** Returns the name of the file. */
    public String file() {
        return file;
    }

    /** Returns how far reading has come, in characters after decompression. */
    public long position() {
        return row == null ? 0 : row.getCharacterPosition();
    }

    /** Returns file and line of this row, for errors and reports. */
    public String place() {
        return file + ":" + line();
    }

    /**
     * Returns a field as text.
     *
     * @param field from 0
     */
    public String text(int field) {
        return row.get(field);
    }

    /**
     * Returns a field as a whole number from 0 to {@link Integer#MAX_VALUE}, or −1 when it is none.
     *
     * @param field from 0
     */
    public int count(int field) {
        String text = row.get(field);
        if (text.isEmpty() || text.length() > DECIMAL) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit >= DECIMAL) {
                return -1;
            }
            value = value * DECIMAL + digit;
        }
        return value > Integer.MAX_VALUE ? -1 : (int) value;
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new TraceException("Cannot close " + file, e);
        }
    }
}
