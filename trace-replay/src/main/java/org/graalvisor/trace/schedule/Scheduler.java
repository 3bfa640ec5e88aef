package org.graalvisor.trace.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.graalvisor.trace.Progress;
import org.graalvisor.trace.Seeds;
import org.graalvisor.trace.TraceException;
import org.graalvisor.trace.azure.InvocationLog;
import org.graalvisor.trace.model.AzureTrace;

/** Makes schedules. */
public final class Scheduler {
    private Scheduler() {}

    /**
     * Makes the schedule of a trace that has counts per minute.
     *
     * @param trace where counts come from
     * @param options how arrivals are made; its window lies within the trace
     */
    public static Schedule schedule(AzureTrace trace, ScheduleOptions options) {
        MinuteStream stream = new MinuteStream(trace, options, Progress.unheard());
        double expected = trace.functions().stream().mapToLong(f -> f.invocations()
                .totalWithin(options.window().fromMinute(), options.window().toMinute())).sum() * options.rateScale();
        if (expected > Integer.MAX_VALUE / 4.0) {
            throw new TraceException("A schedule of " + Math.round(expected)
                    + " arrivals does not fit in memory: take a smaller window or rate, or simulate it, which needs no schedule.");
        }
        Collector collector = new Collector((int) expected + 16, stream.isDrawn());
        while (stream.next()) {
            collector.add(stream.function(), stream.arrivalUs(), stream.durationUs(), stream.memoryBytes());
        }
        return new Schedule(stream.functions(), stream.lengthUs(), origin(trace.name(), options),
                stream.substitutions(), collector.arrivals());
    }

    /**
     * Makes the schedule of a trace that has every invocation; arrivals and durations are the recorded ones.
     *
     * @param name name of the trace
     * @param log the invocations
     * @param options of these, the model of arrivals and the rules have no effect
     */
    public static Schedule schedule(String name, InvocationLog log, ScheduleOptions options) {
        long fromUs = options.window().fromMinute() * ArrivalModel.MINUTE_US;
        long toUs = options.window().toMinute() * ArrivalModel.MINUTE_US;
        if (log.size() == 0 || log.startUs()[log.size() - 1] < fromUs) {
            throw new TraceException("The window " + options.window() + " is outside of the trace " + name
                    + ", which ends in minute " + (log.size() == 0
                            ? 0
                            : log.startUs()[log.size() - 1] / ArrivalModel.MINUTE_US + 1)
                    + ".");
        }
        SplittableRandom thinning = new SplittableRandom(Seeds.split(options.seed(), "thinning"));
        long memoryBytes = Math.max(1, Math.round(options.defaultMemoryMb() * options.memoryScale() * (1 << 20)));
        Map<Integer, Integer> indexes = new LinkedHashMap<>();
        Collector collector = new Collector(1 << 10, true);
        int begin = firstAtOrAfter(log.startUs(), fromUs);
        for (int i = begin; i < log.size() && log.startUs()[i] < toUs; i++) {
            int copies = (int) (options.rateScale() + thinning.nextDouble());
            for (int copy = 0; copy < copies; copy++) {
                int function = indexes.computeIfAbsent(log.function()[i], unseen -> indexes.size());
                collector.add(function, log.startUs()[i] - fromUs,
                        Math.max(options.minimumDurationUs(), log.durationUs()[i]), memoryBytes);
            }
        }
        Schedule.Arrivals arrivals = collector.arrivals();
        return new Schedule(functions(log, indexes, arrivals, memoryBytes), toUs - fromUs, origin(name, options),
                new Substitutions(0, indexes.size()), arrivals);
    }

    private static List<ScheduledFunction> functions(InvocationLog log, Map<Integer, Integer> indexes,
            Schedule.Arrivals arrivals, long memoryBytes) {
        long[] totalUs = new long[indexes.size()];
        long[] counts = new long[indexes.size()];
        for (int i = 0; i < arrivals.function().length; i++) {
            totalUs[arrivals.function()[i]] += arrivals.durationUs()[i];
            counts[arrivals.function()[i]]++;
        }
        List<ScheduledFunction> functions = new ArrayList<>();
        indexes.forEach((logIndex, index) -> functions.add(new ScheduledFunction(log.functions().get(logIndex),
                totalUs[index] / counts[index], memoryBytes)));
        return functions;
    }

    private static int firstAtOrAfter(long[] ascending, long value) {
        int found = Arrays.binarySearch(ascending, value);
        int first = found < 0 ? -found - 1 : found;
        while (first > 0 && ascending[first - 1] == value) {
            first--;
        }
        return first;
    }

    private static String origin(String name, ScheduleOptions options) {
        return ("trace " + name + ", " + options).replace('\n', ' ').replace(',', ';');
    }

    /** Gathers arrivals of which the number is not known. */
    private static final class Collector {
        private final boolean drawn;
        private int[] function;
        private long[] arrivalUs;
        private long[] durationUs;
        private long[] memoryBytes;
        private int size;

        Collector(int expected, boolean drawn) {
            this.drawn = drawn;
            this.function = new int[expected];
            this.arrivalUs = new long[expected];
            this.durationUs = new long[drawn ? expected : 0];
            this.memoryBytes = new long[drawn ? expected : 0];
        }

        void add(int functionIndex, long atUs, long forUs, long bytes) {
            if (size == function.length) {
                function = Arrays.copyOf(function, size * 2);
                arrivalUs = Arrays.copyOf(arrivalUs, size * 2);
                durationUs = Arrays.copyOf(durationUs, drawn ? size * 2 : 0);
                memoryBytes = Arrays.copyOf(memoryBytes, drawn ? size * 2 : 0);
            }
            function[size] = functionIndex;
            arrivalUs[size] = atUs;
            if (drawn) {
                durationUs[size] = forUs;
                memoryBytes[size] = bytes;
            }
            size++;
        }

        Schedule.Arrivals arrivals() {
            int kept = drawn ? size : 0;
            return new Schedule.Arrivals(Arrays.copyOf(function, size), Arrays.copyOf(arrivalUs, size),
                    LongStream.of(durationUs).limit(kept).toArray(), LongStream.of(memoryBytes).limit(kept).toArray());
        }
    }
}
