package org.graalvisor.trace.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints an inspection for people. */
public final class InspectionText {
    private static final double[] PERCENTILES = {0, 1, 25, 50, 75, 99, 100};
    private static final double PERCENT = 100;

    private InspectionText() {}

    /** Returns the lines to print. */
    public static List<String> lines(Inspection facts) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "trace %s: %d day%s, %,d owners, %,d apps, %,d functions, %,d invocations",
                facts.name(),
                facts.days(), facts.days() == 1 ? "" : "s", facts.owners(), facts.apps(), facts.functions(),
                facts.invocations()));
        lines.add("");
        lines.add("trigger          functions        %      invocations        %");
        for (TriggerLine line : facts.triggers()) {
            lines.add(String.format(Locale.ROOT, "%-14s %,11d %8.1f %,16d %8.1f", line.trigger().label(), line
                    .functions(),
                    percent(line.functions(), facts.functions()), line.invocations(),
                    percent(line.invocations(), facts.invocations())));
        }
        lines.add("");
        lines.add(
                "percentiles                     min       p1      p25      p50      p75      p99       max      mean");
        lines.add(row("invocations/function/day", facts.perFunctionDay()));
        lines.add(row("invocations/minute", facts.perMinute()));
        lines.add(row("average duration, ms", facts.durationMs()));
        lines.add(row("average app memory, MB", facts.memoryMb()));
        lines.add(row("functions/app", facts.functionsPerApp()));
        lines.add(row("apps/owner", facts.appsPerOwner()));
        lines.add("");
        lines.add(String.format(Locale.ROOT,
                "%.1f %% of function-minutes are empty; the busiest function makes %.1f %% of all invocations",
                facts.emptyShare() * PERCENT, facts.busiestShare() * PERCENT));
        WindowFacts window = facts.window();
        lines.add(String.format(Locale.ROOT,
                "minutes %s: %,d invocations, %,d functions, %,d owners; with average durations %.1f run at a "
                        + "time, with average memory in %,.0f MB", window.window(), window.invocations(), window
                                .functions(),
                window.owners(), window.meanConcurrency(), window.meanMemoryMb()));
        lines.add("");
        if (facts.dirt().findings().isEmpty()) {
            lines.add("dirt: none");
        }
        facts.dirt().findings().forEach((kind, finding) -> lines.add(String.format(Locale.ROOT,
                "dirt: %,d × %s, first at %s: %s",
                finding.count(), kind.name().toLowerCase(Locale.ROOT).replace('_', ' '), finding.firstPlace(),
                kind.treatment())));
        return lines;
    }

    private static String row(String name, Distribution values) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-26s", name));
        for (double percentile : PERCENTILES) {
            row.append(String.format(Locale.ROOT, " %,8.0f", values.percentile(percentile)));
        }
        return row.append(String.format(Locale.ROOT, " %,9.1f", values.mean())).toString();
    }

    private static double percent(long part, long whole) {
        return whole == 0 ? 0 : PERCENT * part / whole;
    }
}
