package org.graalvisor.trace.inspect;

import java.util.List;
import org.graalvisor.trace.model.AzureTrace;
import org.graalvisor.trace.model.MinuteWindow;
import org.graalvisor.trace.model.TraceFunction;

/**
 * What is in some minutes of a trace.
 *
 * @param window which
 * @param invocations invocations
 * @param functions functions that are invoked
 * @param owners owners of these
 * @param meanConcurrency invocations running at a time on average, if each took its function's average
 * @param meanMemoryMb memory of these on average, if each took its application's average
 */
public record WindowFacts(MinuteWindow window, long invocations, long functions, long owners, double meanConcurrency,
        double meanMemoryMb) {
    private static final double MS_PER_MINUTE = 60_000;

    static WindowFacts of(AzureTrace trace, MinuteWindow window) {
        window.requireWithin(trace);
        List<TraceFunction> invoked = trace.functions().stream().filter(f -> count(f, window) > 0).toList();
        double windowMs = window.minutes() * MS_PER_MINUTE;
        return new WindowFacts(window, invoked.stream().mapToLong(f -> count(f, window)).sum(), invoked.size(),
                invoked.stream().map(f -> f.key().owner()).distinct().count(),
                invoked.stream().mapToDouble(f -> count(f, window) * f.usableAverageMs().orElse(0.0)).sum() / windowMs,
                invoked.stream().mapToDouble(f -> count(f, window) * f.usableAverageMs().orElse(0.0)
                        * trace.usableMemoryMb(f).orElse(0.0)).sum() / windowMs);
    }

    private static long count(TraceFunction function, MinuteWindow window) {
        return function.invocations().totalWithin(window.fromMinute(), window.toMinute());
    }
}
