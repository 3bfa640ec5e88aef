package org.graalvisor.trace.azure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.graalvisor.trace.Progress;
import org.graalvisor.trace.model.AppKey;
import org.graalvisor.trace.model.AzureTrace;
import org.graalvisor.trace.model.Dirt;
import org.graalvisor.trace.model.DirtReport;
import org.graalvisor.trace.model.DurationProfile;
import org.graalvisor.trace.model.FunctionKey;
import org.graalvisor.trace.model.MemoryProfile;
import org.graalvisor.trace.model.MinuteCounts;
import org.graalvisor.trace.model.TraceFunction;

/** Reads the 2019 layout: one day, or consecutive days as one long trace. */
public final class TraceReader {
    private final Progress progress;

    /**
     * @param progress hears how far reading has come
     */
    public TraceReader(Progress progress) {
        this.progress = progress;
    }

    /**
     * Reads some days.
     *
     * @param name name of the trace, for reports
     * @param days at least one
     * @throws org.graalvisor.trace.TraceException when a file cannot be read, naming file, line and column
     */
    public AzureTrace read(String name, List<DayFiles> days) {
        DirtReport.Log dirt = new DirtReport.Log();
        Map<FunctionKey, TraceFunction> functions = new LinkedHashMap<>();
        Map<FunctionKey, DurationProfile> durations = new LinkedHashMap<>();
        Map<AppKey, MemoryProfile> memory = new LinkedHashMap<>();
        InvocationsFile invocationsFile = new InvocationsFile(dirt, progress);
        for (int day = 0; day < days.size(); day++) {
            DayFiles files = days.get(day);
            invocationsFile.read(files.invocations(), day * MinuteCounts.MINUTES_PER_DAY)
                    .forEach((key, function) -> functions.merge(key, function, TraceReader::joined));
            new DurationsFile(dirt).read(files.durations())
                    .forEach((key, profile) -> durations.merge(key, profile, DurationProfile::mergedWith));
            files.memory().ifPresentOrElse(
                    file -> new MemoryFile(dirt).read(file)
                            .forEach((key, profile) -> memory.merge(key, profile, MemoryProfile::mergedWith)),
                    () -> dirt.add(Dirt.DAYS_WITHOUT_MEMORY_FILE, "day " + files.day()));
        }
        List<TraceFunction> joined = withDurations(functions, durations, dirt);
        crossCheck(joined, durations.keySet(), memory.keySet(), dirt);
        return new AzureTrace(name, days.size(), joined, memory, dirt.report());
    }

    private static TraceFunction joined(TraceFunction earlier, TraceFunction later) {
        return new TraceFunction(earlier.key(), earlier.trigger(), earlier.invocations().plus(later.invocations()),
                Optional.empty());
    }

    private static List<TraceFunction> withDurations(Map<FunctionKey, TraceFunction> functions,
            Map<FunctionKey, DurationProfile> durations, DirtReport.Log dirt) {
        List<TraceFunction> joined = new ArrayList<>(functions.size());
        for (TraceFunction function : functions.values()) {
            Optional<DurationProfile> duration = Optional.ofNullable(durations.get(function.key()));
            if (function.invocations().size() == 0) {
                dirt.add(Dirt.FUNCTIONS_WITHOUT_INVOCATIONS, function.key().function());
            } else if (duration.isEmpty()) {
                dirt.add(Dirt.FUNCTIONS_WITHOUT_DURATION, function.key().function());
            }
            joined.add(new TraceFunction(function.key(), function.trigger(), function.invocations(), duration));
        }
        return joined;
    }

    private static void crossCheck(List<TraceFunction> functions, Set<FunctionKey> durations, Set<AppKey> memory,
            DirtReport.Log dirt) {
        Set<FunctionKey> keys = functions.stream().map(TraceFunction::key).collect(Collectors.toSet());
        durations.stream().filter(key -> !keys.contains(key))
                .forEach(key -> dirt.add(Dirt.DURATIONS_WITHOUT_FUNCTION, key.function()));
        Set<AppKey> apps = functions.stream().map(function -> function.key().appKey())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        apps.stream().filter(app -> !memory.contains(app))
                .forEach(app -> dirt.add(Dirt.APPS_WITHOUT_MEMORY, app.app()));
        memory.stream().filter(app -> !apps.contains(app))
                .forEach(app -> dirt.add(Dirt.MEMORY_WITHOUT_FUNCTION, app.app()));
    }
}
