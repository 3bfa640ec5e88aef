package org.graalvisor.harness.experiment;

import java.util.Arrays;
import java.util.List;
import org.graalvisor.harness.config.Section;
import org.graalvisor.harness.replay.Emulation;
import org.graalvisor.trace.model.MinuteWindow;

/** Reads the parameters of a trace replay. */
final class ReplaySettingsReader {
    private static final int DAY_MS = 24 * 3_600_000;
    private static final int MINUTES_OF_FORTNIGHT = 14 * 1_440;
    private static final int MAX_FUNCTIONS = 1_000_000;
    private static final int MAX_MB = 1 << 30;
    private static final double LEAST_SCALE = 1e-6;
    private static final double MOST_SCALE = 1e3;

    private ReplaySettingsReader() {}

    static Settings.TraceReplay read(Section section, long seed) {
        int first = (int) section.number("firstMinute", 1, MINUTES_OF_FORTNIGHT);
        int last = (int) section.number("lastMinute", first, MINUTES_OF_FORTNIGHT);
        TraceSource trace = new TraceSource(section.text("trace"), (int) section.number("generatedFunctions", 1,
                MAX_FUNCTIONS), section.decimal("appsPerOwner", 1, MAX_FUNCTIONS), new MinuteWindow(first, last),
                section.decimal("rateScale", LEAST_SCALE, MOST_SCALE), section.decimal("memoryScale", LEAST_SCALE,
                        MOST_SCALE), seed);
        ReplayNode node = new ReplayNode(section.number("capMb", 1, MAX_MB), section.number("instanceMb", 1, MAX_MB),
                section.number("keepAliveMs", 0, DAY_MS), section.number("reserveMb", 0, MAX_MB));
        return new Settings.TraceReplay(trace, node, work(section), List.of(), section.text("costs"), (int) section
                .number("drainMs", 0, DAY_MS));
    }

    private static Emulation.Work work(Section section) {
        String name = section.oneOf("work", Arrays.stream(Emulation.Work.values()).map(Emulation.Work::toString)
                .toList());
        return name.equals(Emulation.Work.SPIN.toString()) ? Emulation.Work.SPIN : Emulation.Work.SLEEP;
    }
}
