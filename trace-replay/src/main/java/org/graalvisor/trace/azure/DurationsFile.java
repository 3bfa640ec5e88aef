package org.graalvisor.trace.azure;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.graalvisor.trace.csv.Table;
import org.graalvisor.trace.model.Dirt;
import org.graalvisor.trace.model.DirtReport;
import org.graalvisor.trace.model.DurationProfile;
import org.graalvisor.trace.model.FunctionKey;
import org.graalvisor.trace.model.Percentiles;

/** Reads duration percentiles. */
final class DurationsFile {
    static final String PERCENTILE = "percentile_Average_";

    private final DirtReport.Log dirt;

    DurationsFile(DirtReport.Log dirt) {
        this.dirt = dirt;
    }

    Map<FunctionKey, DurationProfile> read(Path file) {
        Map<FunctionKey, DurationProfile> profiles = new LinkedHashMap<>();
        try (Table table = Table.open(file)) {
            KeyColumns key = new KeyColumns(table, UnaryOperator.identity());
            int average = table.column("Average");
            int count = table.column("Count");
            int minimum = table.column("Minimum");
            int maximum = table.column("Maximum");
            int[] percentiles = DoubleStream.of(DurationProfile.ranks())
                    .mapToInt(rank -> table.column(PERCENTILE + (int) rank)).toArray();
            while (table.next()) {
                DurationProfile profile = new DurationProfile(table.number(average), Math.round(table.number(count)),
                        table.number(minimum), table.number(maximum), new Percentiles(DurationProfile.ranks(),
                                Arrays.stream(percentiles).mapToDouble(table::number).toArray()));
                inspect(profile, table);
                profiles.merge(key.read(), profile, (before, now) -> repeated(before, now, table));
            }
        }
        return profiles;
    }

    private void inspect(DurationProfile profile, Table table) {
        if (profile.averageMs() < 0) {
            dirt.add(Dirt.NEGATIVE_DURATIONS, table.place());
        } else if (profile.averageMs() == 0) {
            dirt.add(Dirt.ZERO_DURATIONS, table.place());
        }
        // Averages are rounded to whole milliseconds.
        if (profile.averageMs() < Math.floor(profile.minimumMs())
                || profile.averageMs() > Math.ceil(profile.maximumMs())) {
            dirt.add(Dirt.AVERAGE_OUT_OF_RANGE, table.place());
        }
        if (!profile.percentiles().isAscending()) {
            dirt.add(Dirt.UNORDERED_PERCENTILES, table.place());
        }
    }

    private DurationProfile repeated(DurationProfile before, DurationProfile now, Table table) {
        dirt.add(Dirt.REPEATED_DURATION_ROWS, table.place());
        return before.equals(now) ? before : before.mergedWith(now);
    }
}
