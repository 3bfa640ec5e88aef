package org.graalvisor.results;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table with a header that grows row by row. Safe for use by several threads. */
final class CsvAppender implements Closeable {
    private final CSVPrinter printer;

    CsvAppender(Path file, List<String> columns) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').setHeader(columns.toArray(
                String[]::new)).get();
        this.printer = new CSVPrinter(
                Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW), format);
    }

    synchronized void append(Object... values) throws IOException {
        printer.printRecord(values);
    }

    synchronized void flush() throws IOException {
        printer.flush();
    }

    @Override
    public synchronized void close() throws IOException {
        printer.close(true);
    }
}
