package org.graalvisor.trace.azure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.graalvisor.trace.TraceException;

/** Finds the files of the 2019 layout in a folder. */
public final class TraceFolder {
    static final String INVOCATIONS = "invocations_per_function_md.anon.d";
    static final String DURATIONS = "function_durations_percentiles.anon.d";
    static final String MEMORY = "app_memory_percentiles.anon.d";
    private static final Pattern INVOCATIONS_NAME = Pattern.compile(
            Pattern.quote(INVOCATIONS) + "([0-9A-Za-z]{2})\\.csv(\\.gz)?");

    private final Path folder;

    /**
     * @param folder where the files of a trace are
     */
    public TraceFolder(Path folder) {
        this.folder = folder;
    }

    /** Returns the days there are, as in the files' names, ascending. */
    public List<String> days() {
        try (Stream<Path> files = Files.list(folder)) {
            TreeSet<String> days = new TreeSet<>();
            files.map(file -> INVOCATIONS_NAME.matcher(file.getFileName().toString())).filter(Matcher::matches)
                    .forEach(match -> days.add(match.group(1)));
            return List.copyOf(days);
        } catch (IOException e) {
            throw new TraceException("Cannot list the trace folder " + folder + ": give the folder that holds "
                    + INVOCATIONS + "NN.csv", e);
        }
    }

    /**
     * Returns the files of some days.
     *
     * @param range {@code 1}, {@code 1-3}, or empty for the only or first day
     * @throws TraceException when a day or one of its first two files is missing
     */
    public List<DayFiles> select(String range) {
        List<String> days = days();
        if (days.isEmpty()) {
            throw new TraceException("There is no trace in " + folder + ": no file is named " + INVOCATIONS
                    + "NN.csv or .csv.gz. 'trace generate' writes one.");
        }
        if (range.isEmpty()) {
            return List.of(files(days.getFirst()));
        }
        List<DayFiles> selected = new ArrayList<>();
        for (String day : labels(range)) {
            if (!days.contains(day)) {
                throw new TraceException("Day " + day + " is not in " + folder + "; it has " + String.join(", ", days)
                        + ".");
            }
            selected.add(files(day));
        }
        return selected;
    }

    private static List<String> labels(String range) {
        int dash = range.indexOf('-');
        try {
            int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
            int last = dash < 0 ? first : Integer.parseInt(range.substring(dash + 1));
            if (first < 0 || last < first || last > 99) {
                throw new TraceException("The days '" + range + "' are none: write a day or FIRST-LAST, as in 1-3.");
            }
            List<String> labels = new ArrayList<>();
            for (int day = first; day <= last; day++) {
                labels.add(String.format(Locale.ROOT, "%02d", day));
            }
            return labels;
        } catch (NumberFormatException name) {
            return List.of(range);
        }
    }

    private DayFiles files(String day) {
        return new DayFiles(day, required(INVOCATIONS, day), required(DURATIONS, day), find(MEMORY, day));
    }

    private Path required(String prefix, String day) {
        return find(prefix, day).orElseThrow(() -> new TraceException("Day " + day + " has no file " + prefix + day
                + ".csv or .csv.gz in " + folder + ": fetch it, or choose another day."));
    }

    private Optional<Path> find(String prefix, String day) {
        return Stream.of(".csv", ".csv.gz").map(suffix -> folder.resolve(prefix + day + suffix)).filter(
                Files::isReadable)
                .findFirst();
    }
}
