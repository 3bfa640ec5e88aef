package org.graalvisor.trace.schedule;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.graalvisor.trace.TraceException;
import org.graalvisor.trace.csv.RowReader;
import org.graalvisor.trace.csv.TableFile;
import org.graalvisor.trace.model.FunctionKey;

/**
 * Schedules on disk: gzip of a text that {@code zcat} shows. A head of single values, a line for each function, then a
 * line for each arrival: microseconds since the one before, index of the function, and duration and memory when drawn.
 */
public final class ScheduleFile {
    private static final String MAGIC = "graalvisor-schedule 1";

    private ScheduleFile() {}

    /**
     * Saves a schedule.
     *
     * @param schedule what to save
     * @param file replaced when it exists
     */
    public static void write(Schedule schedule, Path file) {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
            write(schedule, out);
        } catch (IOException e) {
            throw new TraceException("Cannot write the schedule " + file + ": check space and permissions", e);
        }
    }

    static String hash(Schedule schedule) {
        try (DigestOutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(),
                MessageDigest.getInstance("SHA-256"))) {
            write(schedule, out);
            return HexFormat.of().formatHex(out.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void write(Schedule schedule, OutputStream stream) throws IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
        out.write(MAGIC + "\n" + schedule.origin() + "\n" + schedule.lengthUs() + ","
                + schedule.substitutions().durations() + "," + schedule.substitutions().memory() + ","
                + schedule.functions().size() + "," + schedule.size() + "," + (schedule.isDrawn() ? 1 : 0) + "\n");
        for (ScheduledFunction function : schedule.functions()) {
            out.write(function.key().owner() + "," + function.key().app() + "," + function.key().function() + ","
                    + function.durationUs() + "," + function.budgetBytes() + "\n");
        }
        long beforeUs = 0;
        StringBuilder line = new StringBuilder();
        for (int arrival = 0; arrival < schedule.size(); arrival++) {
            line.setLength(0);
            line.append(schedule.arrivalUs(arrival) - beforeUs).append(',').append(schedule.function(arrival));
            if (schedule.isDrawn()) {
                line.append(',').append(schedule.durationUs(arrival)).append(',').append(schedule.memoryBytes(arrival));
            }
            out.append(line).append('\n');
            beforeUs = schedule.arrivalUs(arrival);
        }
        out.flush();
    }

    /**
     * Loads a schedule.
     *
     * @param file written by {@link #write}
     * @throws TraceException when it is none, or is damaged, naming the line
     */
    public static Schedule read(Path file) {
        try (RowReader rows = new RowReader(TableFile.open(file), file.toString())) {
            if (!rows.next() || !rows.text(0).equals(MAGIC)) {
                throw TraceException.at(file.toString(), 1, "this is no schedule; 'trace schedule' writes one");
            }
            String origin = line(rows, 1).text(0);
            RowReader head = line(rows, 6);
            long lengthUs = number(head, 0);
            Substitutions substitutions = new Substitutions(number(head, 1), number(head, 2));
            int functionCount = Math.toIntExact(number(head, 3));
            int size = Math.toIntExact(number(head, 4));
            boolean drawn = number(head, 5) == 1;
            List<ScheduledFunction> functions = new ArrayList<>();
            for (int i = 0; i < functionCount; i++) {
                RowReader row = line(rows, 5);
                functions.add(new ScheduledFunction(new FunctionKey(row.text(0), row.text(1), row.text(2)),
                        number(row, 3), number(row, 4)));
            }
            return new Schedule(functions, lengthUs, origin, substitutions,
                    arrivals(rows, size, drawn, functionCount));
        }
    }

    private static Schedule.Arrivals arrivals(RowReader rows, int size, boolean drawn, int functionCount) {
        int[] function = new int[size];
        long[] arrivalUs = new long[size];
        long[] durationUs = new long[drawn ? size : 0];
        long[] memoryBytes = new long[drawn ? size : 0];
        long atUs = 0;
        for (int i = 0; i < size; i++) {
            RowReader row = line(rows, drawn ? 4 : 2);
            atUs += number(row, 0);
            arrivalUs[i] = atUs;
            function[i] = Math.toIntExact(number(row, 1));
            if (function[i] >= functionCount) {
                throw TraceException.at(row.file(), row.line(), "there is no function " + function[i]);
            }
            if (drawn) {
                durationUs[i] = number(row, 2);
                memoryBytes[i] = number(row, 3);
            }
        }
        return new Schedule.Arrivals(function, arrivalUs, durationUs, memoryBytes);
    }

    private static RowReader line(RowReader rows, int fields) {
        if (!rows.next()) {
            throw TraceException.at(rows.file(), rows.line() + 1, "the schedule ends too early; make it again");
        }
        if (rows.fields() != fields) {
            throw TraceException.at(rows.file(), rows.line(), "expected " + fields + " fields, found " + rows.fields());
        }
        return rows;
    }

    private static long number(RowReader row, int field) {
        try {
            long value = Long.parseLong(row.text(field));
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException malformed) {
            // the same error as for a negative number
        }
        throw TraceException.at(row.file(), row.line(), field + 1, "number", "'" + row.text(field)
                + "' is not a whole number from 0");
    }
}
