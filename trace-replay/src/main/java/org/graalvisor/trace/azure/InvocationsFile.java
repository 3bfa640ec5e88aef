package org.graalvisor.trace.azure;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.graalvisor.trace.Progress;
import org.graalvisor.trace.csv.Table;
import org.graalvisor.trace.model.Dirt;
import org.graalvisor.trace.model.DirtReport;
import org.graalvisor.trace.model.FunctionKey;
import org.graalvisor.trace.model.MinuteCounts;
import org.graalvisor.trace.model.TraceFunction;
import org.graalvisor.trace.model.Trigger;

/** Reads invocations per minute. */
final class InvocationsFile {
    private static final int ROWS_PER_STEP = 512;

    private final DirtReport.Log dirt;
    private final Progress progress;
    private final Map<String, String> hashes = new HashMap<>();

    InvocationsFile(DirtReport.Log dirt, Progress progress) {
        this.dirt = dirt;
        this.progress = progress;
    }

    /** Reads one day. The first minute is that of the day's first column. */
    Map<FunctionKey, TraceFunction> read(Path file, int firstMinute) {
        Map<FunctionKey, TraceFunction> functions = new LinkedHashMap<>();
        long lengthBytes = file.toFile().length();
        boolean plain = file.toString().endsWith(".csv");
        try (Table table = Table.open(file)) {
            KeyColumns key = new KeyColumns(table, this::shared);
            int trigger = table.column("Trigger");
            int[] minuteColumns = new int[MinuteCounts.MINUTES_PER_DAY];
            Arrays.setAll(minuteColumns, minute -> table.column(Integer.toString(minute + 1)));
            int[] perMinute = new int[MinuteCounts.MINUTES_PER_DAY];
            while (table.next()) {
                for (int minute = 0; minute < perMinute.length; minute++) {
                    perMinute[minute] = table.count(minuteColumns[minute]);
                }
                add(functions, new TraceFunction(key.read(), trigger(table, trigger),
                        MinuteCounts.of(perMinute, firstMinute), Optional.empty()), table);
                if (functions.size() % ROWS_PER_STEP == 0 && plain) {
                    progress.advance("reading " + file.getFileName(), Math.min(table.position(), lengthBytes),
                            lengthBytes);
                }
            }
        }
        return functions;
    }

    private Trigger trigger(Table table, int column) {
        return Trigger.ofLabel(table.text(column)).orElseGet(() -> {
            dirt.add(Dirt.UNKNOWN_TRIGGERS, table.place());
            return Trigger.OTHERS;
        });
    }

    private void add(Map<FunctionKey, TraceFunction> functions, TraceFunction function, Table table) {
        TraceFunction before = functions.putIfAbsent(function.key(), function);
        if (before == null) {
            return;
        }
        if (before.invocations().equals(function.invocations())) {
            dirt.add(Dirt.IDENTICAL_INVOCATION_ROWS, table.place());
            return;
        }
        dirt.add(Dirt.DIFFERING_INVOCATION_ROWS, table.place());
        functions.put(function.key(), new TraceFunction(before.key(), before.trigger(),
                before.invocations().plus(function.invocations()), Optional.empty()));
    }

    /** Owners and applications repeat; one string each is enough. */
    private String shared(String hash) {
        return hashes.computeIfAbsent(hash, UnaryOperator.identity());
    }
}
