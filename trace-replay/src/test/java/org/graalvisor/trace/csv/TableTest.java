package org.graalvisor.trace.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.graalvisor.trace.TraceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {
    @TempDir
    Path folder;

    @Test
    void crLfByteOrderMarksQuotesAndBlankLinesMakeNoDifference() throws IOException {
        Path file = write("\uFEFFa,b\r\n\r\n\"x\",2\r\ny,\"3\"");
        try (Table table = Table.open(file)) {
            assertThat(table.next()).isTrue();
            assertThat(table.text(table.column("a"))).isEqualTo("x");
            assertThat(table.count(table.column("b"))).isEqualTo(2);
            assertThat(table.next()).isTrue();
            assertThat(table.number(table.column("b"))).isEqualTo(3);
            assertThat(table.place()).isEqualTo(file + ":4");
            assertThat(table.next()).isFalse();
        }
    }

    @Test
    void gzipIsRecognisedByItsContent() throws IOException {
        Path file = folder.resolve("table.csv");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("a\n7\n".getBytes(StandardCharsets.UTF_8));
        }
        try (Table table = Table.open(file)) {
            assertThat(table.next()).isTrue();
            assertThat(table.count(0)).isEqualTo(7);
        }
    }

    @Test
    void aGzipFileThatIsCutOffIsAnError() throws IOException {
        Path file = folder.resolve("table.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("a\n".repeat(1000).getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 9));
        assertThatThrownBy(() -> {
            try (Table table = Table.open(file)) {
                while (table.next()) {
                    table.text(0);
                }
            }
        }).isInstanceOf(TraceException.class).hasMessageContaining("cut off");
    }

    @Test
    void aTruncatedLineIsAnErrorWithFileLineAndColumn() throws IOException {
        Path file = write("a,b,c\n1,2,3\n4,5");
        try (Table table = Table.open(file)) {
            assertThat(table.next()).isTrue();
            assertThatThrownBy(table::next).isInstanceOf(TraceException.class)
                    .hasMessageContaining(file + ":3: column 2 (b)").hasMessageContaining("2 fields, the header 3");
        }
    }

    @Test
    void whatIsNoNumberIsNamedWithItsPlace() throws IOException {
        Path file = write("a,count\nx,1\ny,many\nz,-1\nw,NaN\n");
        try (Table table = Table.open(file)) {
            table.next();
            table.next();
            assertThatThrownBy(() -> table.count(1)).hasMessage(file
                    + ":3: column 2 (count): 'many' is not a number");
            table.next();
            assertThatThrownBy(() -> table.count(1)).hasMessageContaining("'-1' is not a whole number");
            assertThat(table.number(1)).isEqualTo(-1);
            table.next();
            assertThatThrownBy(() -> table.number(1)).hasMessageContaining("'NaN' is not a finite number");
        }
    }

    @Test
    void missingAndRepeatedColumnsAndEmptyFilesAreErrors() throws IOException {
        Path file = write("a,b\n");
        try (Table table = Table.open(file)) {
            assertThatThrownBy(() -> table.column("c")).hasMessageContaining("no column 'c'; the file has a, b");
        }
        assertThatThrownBy(() -> Table.open(write("a,a\n"))).hasMessageContaining(
                "column 2 (a): this column is named twice");
        assertThatThrownBy(() -> Table.open(write(""))).hasMessageContaining("the file is empty");
        assertThatThrownBy(() -> Table.open(folder.resolve("absent.csv"))).hasMessageContaining("Cannot open");
    }

    @Test
    void linesLongerThanAnyBufferAreReadWhole() {
        String longField = "z".repeat(300_000);
        RowReader rows = splitter("a," + longField + "\nb," + longField + "y\n");
        assertThat(rows.next()).isTrue();
        assertThat(rows.text(1)).isEqualTo(longField);
        assertThat(rows.next()).isTrue();
        assertThat(rows.text(1)).isEqualTo(longField + "y");
        assertThat(rows.next()).isFalse();
        rows.close();
    }

    @Property(tries = 100)
    void whateverWasJoinedIsSplitAgain(
            @ForAll @Size(min = 1, max = 60) List<@Size(min = 1, max = 9) List<@IntRange(min = 0) Integer>> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(String.join(",", line.stream().map(String::valueOf).toList())).append('\n'));
        RowReader rows = splitter(text.toString());
        List<List<Integer>> read = new ArrayList<>();
        while (rows.next()) {
            List<Integer> line = new ArrayList<>();
            for (int field = 0; field < rows.fields(); field++) {
                line.add(rows.count(field));
            }
            read.add(line);
        }
        rows.close();
        assertThat(read).isEqualTo(lines);
    }

    private static RowReader splitter(String text) {
        return new RowReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "text");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "table", ".csv"), text);
    }
}
