package org.graalvisor.trace.azure;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.graalvisor.trace.csv.Table;
import org.graalvisor.trace.model.Dirt;
import org.graalvisor.trace.model.DirtReport;
import org.graalvisor.trace.model.FunctionKey;

/** Reads the 2021 trace: {@code app,func,end_timestamp,duration}, seconds; an invocation begins at end − duration. */
public final class InvocationLogReader {
    private static final double US_PER_SECOND = 1e6;

    private final DirtReport.Log dirt = new DirtReport.Log();
    private final Map<FunctionKey, Integer> indexes = new LinkedHashMap<>();
    private int[] function = new int[1 << 12];
    private long[] startUs = new long[1 << 12];
    private long[] durationUs = new long[1 << 12];
    private int size;

    private InvocationLogReader() {}

    /**
     * Reads the whole trace, about 2 million rows.
     *
     * @param file plain or gzip
     * @throws org.graalvisor.trace.TraceException when it cannot be read, naming file, line and column
     */
    public static InvocationLog read(Path file) {
        return new InvocationLogReader().rows(file);
    }

    private InvocationLog rows(Path file) {
        try (Table table = Table.open(file)) {
            int app = table.column("app");
            int func = table.column("func");
            int end = table.column("end_timestamp");
            int duration = table.column("duration");
            while (table.next()) {
                double durationS = table.number(duration);
                double startS = table.number(end) - durationS;
                // The first invocations began a little before the first second.
                if (durationS < 0 || startS < -1) {
                    dirt.add(Dirt.IMPOSSIBLE_INVOCATIONS, table.place());
                    continue;
                }
                FunctionKey key = new FunctionKey(table.text(app), table.text(app), table.text(func));
                add(indexes.computeIfAbsent(key, unseen -> indexes.size()), Math.max(0, startS), durationS);
            }
        }
        return sorted();
    }

    private void add(int index, double startS, double durationS) {
        if (size == function.length) {
            function = Arrays.copyOf(function, size * 2);
            startUs = Arrays.copyOf(startUs, size * 2);
            durationUs = Arrays.copyOf(durationUs, size * 2);
        }
        function[size] = index;
        startUs[size] = Math.round(startS * US_PER_SECOND);
        durationUs[size++] = Math.round(durationS * US_PER_SECOND);
    }

    /** Rows are in order of their ends. */
    private InvocationLog sorted() {
        int[] order = IntStream.range(0, size).boxed().sorted((a, b) -> Long.compare(startUs[a], startUs[b]))
                .mapToInt(Integer::intValue).toArray();
        return new InvocationLog(List.copyOf(indexes.keySet()), Arrays.stream(order).map(i -> function[i]).toArray(),
                Arrays.stream(order).mapToLong(i -> startUs[i]).toArray(),
                Arrays.stream(order).mapToLong(i -> durationUs[i]).toArray(), dirt.report());
    }
}
