package org.graalvisor.trace.azure;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.graalvisor.trace.csv.Table;
import org.graalvisor.trace.model.AppKey;
import org.graalvisor.trace.model.Dirt;
import org.graalvisor.trace.model.DirtReport;
import org.graalvisor.trace.model.MemoryProfile;
import org.graalvisor.trace.model.Percentiles;

/** Reads memory percentiles of applications. */
final class MemoryFile {
    static final String AVERAGE = "AverageAllocatedMb";
    static final String PERCENTILE = "AverageAllocatedMb_pct";

    private final DirtReport.Log dirt;

    MemoryFile(DirtReport.Log dirt) {
        this.dirt = dirt;
    }

    Map<AppKey, MemoryProfile> read(Path file) {
        Map<AppKey, MemoryProfile> profiles = new LinkedHashMap<>();
        try (Table table = Table.open(file)) {
            KeyColumns key = new KeyColumns(table, UnaryOperator.identity());
            int samples = table.column("SampleCount");
            int average = table.column(AVERAGE);
            int[] percentiles = DoubleStream.of(MemoryProfile.ranks())
                    .mapToInt(rank -> table.column(PERCENTILE + (int) rank)).toArray();
            while (table.next()) {
                MemoryProfile profile = new MemoryProfile(Math.round(table.number(samples)), table.number(average),
                        new Percentiles(MemoryProfile.ranks(),
                                Arrays.stream(percentiles).mapToDouble(table::number).toArray()));
                inspect(profile, table);
                profiles.merge(key.readApp(), profile, (before, now) -> repeated(before, now, table));
            }
        }
        return profiles;
    }

    private void inspect(MemoryProfile profile, Table table) {
        if (profile.averageMb() <= 0) {
            dirt.add(Dirt.MEMORY_NOT_ABOVE_ZERO, table.place());
        }
        if (!profile.percentiles().isAscending()) {
            dirt.add(Dirt.UNORDERED_PERCENTILES, table.place());
        }
    }

    private MemoryProfile repeated(MemoryProfile before, MemoryProfile now, Table table) {
        dirt.add(Dirt.REPEATED_MEMORY_ROWS, table.place());
        return before.equals(now) ? before : before.mergedWith(now);
    }
}
