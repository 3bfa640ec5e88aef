package org.graalvisor.trace.schedule;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.graalvisor.trace.Progress;
import org.graalvisor.trace.Seeds;
import org.graalvisor.trace.model.AzureTrace;
import org.graalvisor.trace.model.MinuteCounts;
import org.graalvisor.trace.model.TraceFunction;

/**
 * Generates arrivals from counts per minute, holding one minute at a time. What is drawn for a function depends on the
 * seed and the function's name alone, so that a sample of a trace has the very arrivals of the whole.
 */
public final class MinuteStream implements ArrivalSource {
    private static final long FUNCTION_MASK = 0xFFFF_FFFFL;
    private static final double TWO_TO_32 = 0x1p32;

    private final ScheduleOptions options;
    private final Progress progress;
    private final FunctionDraws draws;
    private final List<ScheduledFunction> functions;
    private final MinuteCounts[] counts;
    private final int[] entries;
    private final long[] seeds;
    private final double[] phases;
    private final long[] durationUs;
    private final long[] memoryBytes;
    private final long[] seen;
    private final boolean drawn;
    private final OffsetSort sort = new OffsetSort();
    private int[] offsetsUs = new int[1 << 10];
    private long[] keys = new long[1 << 10];
    private int size;
    private int next;
    private int minute;
    private int function;
    private long arrivalUs;

    /**
     * @param trace where counts come from
     * @param options how arrivals are made; its window lies within the trace
     * @param progress hears of each minute
     */
    public MinuteStream(AzureTrace trace, ScheduleOptions options, Progress progress) {
        options.window().requireWithin(trace);
        this.options = options;
        this.progress = progress;
        this.minute = options.window().fromMinute();
        List<TraceFunction> used = trace.functions().stream()
                .filter(f -> f.invocations().totalWithin(minute, options.window().toMinute()) > 0).toList();
        this.draws = new FunctionDraws(trace, used, options);
        this.functions = draws.functions();
        this.counts = used.stream().map(TraceFunction::invocations).toArray(MinuteCounts[]::new);
        this.entries = Arrays.stream(counts).mapToInt(c -> c.entryFrom(options.window().fromMinute())).toArray();
        long root = Seeds.split(options.seed(), "arrivals");
        this.seeds = used.stream().mapToLong(f -> Seeds.split(root, f.key().app() + "/" + f.key().function()))
                .toArray();
        this.phases = Arrays.stream(seeds).mapToDouble(seed -> new SplittableRandom(seed).nextDouble()).toArray();
        this.durationUs = functions.stream().mapToLong(ScheduledFunction::durationUs).toArray();
        this.memoryBytes = functions.stream().mapToLong(ScheduledFunction::budgetBytes).toArray();
        this.seen = new long[counts.length];
        this.drawn = options.durationRule() == DrawRule.PERCENTILES || options.memoryRule() == DrawRule.PERCENTILES;
    }

    @Override
    public List<ScheduledFunction> functions() {
        return functions;
    }

    /** Returns what had to be made up. */
    public Substitutions substitutions() {
        return draws.substitutions();
    }

    @Override
    public long lengthUs() {
        return options.window().minutes() * ArrivalModel.MINUTE_US;
    }

    @Override
    public boolean next() {
        while (next == size) {
            if (minute == options.window().toMinute()) {
                return false;
            }
            fillMinute();
            minute++;
        }
        long key = keys[next++];
        function = (int) (key & FUNCTION_MASK);
        arrivalUs = (minute - 1 - options.window().fromMinute()) * ArrivalModel.MINUTE_US + (key >>> Integer.SIZE);
        return true;
    }

    private void fillMinute() {
        size = 0;
        next = 0;
        for (int f = 0; f < counts.length; f++) {
            if (entries[f] < counts[f].size() && counts[f].minute(entries[f]) == minute) {
                append(f, scaled(f, counts[f].count(entries[f]++)));
            }
        }
        sort.sort(keys, size);
        progress.advance("minutes", minute - options.window().fromMinute() + 1L, options.window().minutes());
    }

    /** Rounds running totals, so that no function loses its share however small the scale. */
    private int scaled(int f, int count) {
        if (options.rateScale() == 1) {
            return count;
        }
        long before = (long) (seen[f] * options.rateScale() + phases[f]);
        seen[f] += count;
        return Math.toIntExact((long) (seen[f] * options.rateScale() + phases[f]) - before);
    }

    private void append(int f, int count) {
        if (offsetsUs.length < count) {
            offsetsUs = new int[Math.max(count, offsetsUs.length * 2)];
        }
        while (keys.length < size + count) {
            keys = Arrays.copyOf(keys, keys.length * 2);
        }
        options.arrivals().fill(offsetsUs, count, phases[f],
                new SplittableRandom(Seeds.split(seeds[f], minute)));
        for (int i = 0; i < count; i++) {
            keys[size++] = (long) offsetsUs[i] << Integer.SIZE | f;
        }
    }

    @Override
    public long arrivalUs() {
        return arrivalUs;
    }

    @Override
    public int function() {
        return function;
    }

    /** Returns whether durations or memory differ between invocations of a function. */
    boolean isDrawn() {
        return drawn;
    }

    @Override
    public long durationUs() {
        return options.durationRule() == DrawRule.AVERAGE
                ? durationUs[function]
                : draws.durationUs(function, (draw() >>> Integer.SIZE) / TWO_TO_32);
    }

    @Override
    public long memoryBytes() {
        return options.memoryRule() == DrawRule.AVERAGE
                ? memoryBytes[function]
                : draws.memoryBytes(function, (draw() & FUNCTION_MASK) / TWO_TO_32);
    }

    private long draw() {
        return Seeds.split(seeds[function] + 1, (minute - 1) * ArrivalModel.MINUTE_US + arrivalUs
                % ArrivalModel.MINUTE_US);
    }
}
