package org.graalvisor.trace.inspect;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.graalvisor.trace.model.AzureTrace;
import org.graalvisor.trace.model.DirtReport;
import org.graalvisor.trace.model.MemoryProfile;
import org.graalvisor.trace.model.MinuteWindow;
import org.graalvisor.trace.model.TraceFunction;
import org.graalvisor.trace.model.Trigger;

/**
 * What is in a trace.
 *
 * @param name name of the trace
 * @param days number of days
 * @param owners number of owners
 * @param apps number of applications
 * @param functions number of functions
 * @param invocations number of invocations
 * @param triggers how common each trigger is
 * @param perFunctionDay invocations per function and day
 * @param perMinute invocations of all functions per minute
 * @param durationMs average duration of each function that has a usable one
 * @param memoryMb average memory of each application that has a usable one
 * @param functionsPerApp functions per application
 * @param appsPerOwner applications per owner
 * @param emptyShare share of function-minutes without invocation
 * @param busiestShare share of all invocations that the busiest function makes
 * @param window a part of it
 * @param dirt what is wrong in it
 */
public record Inspection(String name, int days, long owners, long apps, long functions, long invocations,
        List<TriggerLine> triggers, Distribution perFunctionDay, Distribution perMinute, Distribution durationMs,
        Distribution memoryMb, Distribution functionsPerApp, Distribution appsPerOwner, double emptyShare,
        double busiestShare, WindowFacts window, DirtReport dirt) {

    /**
     * Inspects a trace.
     *
     * @param trace which
     * @param window part to look at closely
     */
    public static Inspection of(AzureTrace trace, MinuteWindow window) {
        List<TraceFunction> functions = trace.functions();
        long invocations = trace.invocations();
        Map<Object, Long> perApp = functions.stream()
                .collect(Collectors.groupingBy(f -> f.key().appKey(), Collectors.counting()));
        Map<String, Long> perOwner = functions.stream().map(f -> f.key().appKey()).distinct()
                .collect(Collectors.groupingBy(app -> app.owner(), Collectors.counting()));
        long filledMinutes = functions.stream().mapToLong(f -> f.invocations().size()).sum();
        double[] daily = functions.stream().mapToDouble(f -> (double) f.invocations().total() / trace.days()).toArray();
        double busiest = Arrays.stream(daily).max().orElse(0) * trace.days();
        return new Inspection(trace.name(), trace.days(), perOwner.size(), perApp.size(), functions.size(), invocations,
                triggers(functions), Distribution.of(daily),
                Distribution.of(Arrays.stream(trace.invocationsPerMinute()).asDoubleStream().toArray()),
                Distribution.of(functions.stream().flatMap(f -> f.usableAverageMs().stream())
                        .mapToDouble(Double::doubleValue).toArray()),
                Distribution.of(trace.memory().values().stream().mapToDouble(MemoryProfile::averageMb)
                        .filter(mb -> mb > 0).toArray()),
                of(perApp.values()), of(perOwner.values()),
                functions.isEmpty() ? 0 : 1 - (double) filledMinutes / functions.size() / trace.minutes(),
                invocations == 0 ? 0 : busiest / invocations, WindowFacts.of(trace, window), trace.dirt());
    }

    private static Distribution of(Collection<Long> counts) {
        return Distribution.of(counts.stream().mapToDouble(Long::doubleValue).toArray());
    }

    private static List<TriggerLine> triggers(List<TraceFunction> functions) {
        return Arrays.stream(Trigger.values()).map(trigger -> {
            List<TraceFunction> having = functions.stream().filter(f -> f.trigger() == trigger).toList();
            return new TriggerLine(trigger, having.size(),
                    having.stream().mapToLong(f -> f.invocations().total()).sum());
        }).toList();
    }
}
