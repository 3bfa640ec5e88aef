package org.graalvisor.trace.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.graalvisor.trace.Progress;
import org.graalvisor.trace.Seeds;
import org.graalvisor.trace.TraceException;
import org.graalvisor.trace.model.AzureTrace;
import org.graalvisor.trace.model.FunctionKey;
import org.graalvisor.trace.model.TraceFunction;

/** Draws many samples and keeps the one whose load is nearest to that of the whole trace. */
public final class NearestSampler {
    private final int candidates;
    private final long seed;
    private final Progress progress;

    /**
     * A sample and how near it is.
     *
     * @param trace the sample
     * @param distance sum of the Wasserstein distances of invocations and of memory-seconds per minute and function, each
     * relative to the mean of the whole
     */
    public record Nearest(AzureTrace trace, double distance) {}

    /**
     * @param candidates samples drawn for each size, at least 1
     * @param seed which are drawn
     * @param progress hears of each candidate
     */
    public NearestSampler(int candidates, long seed, Progress progress) {
        if (candidates < 1) {
            throw new TraceException("The nearest of " + candidates + " samples is none: draw at least 1.");
        }
        this.candidates = candidates;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * Takes samples of descending sizes, each from the one before, so that they are nested.
     *
     * @param trace where from
     * @param sizes numbers of functions, descending
     */
    public List<Nearest> sample(AzureTrace trace, List<Integer> sizes) {
        LoadPerMinute whole = LoadPerMinute.of(trace, trace.functions());
        List<Nearest> nested = new ArrayList<>();
        AzureTrace from = trace;
        for (int size : sizes) {
            if (size < 1 || size > from.functions().size()) {
                throw new TraceException("Cannot take " + size + " of " + from.functions().size()
                        + " functions: give sizes from large to small, from 1.");
            }
            Nearest nearest = nearest(trace, from, size, whole);
            nested.add(nearest);
            from = nearest.trace();
        }
        return nested;
    }

    private Nearest nearest(AzureTrace trace, AzureTrace from, int size, LoadPerMinute whole) {
        List<TraceFunction> best = List.of();
        double bestDistance = Double.POSITIVE_INFINITY;
        for (int candidate = 0; candidate < candidates; candidate++) {
            List<TraceFunction> drawn = Samplers.shuffled(from, Seeds.split(seed, candidate)).subList(0, size);
            double distance = LoadPerMinute.of(trace, drawn).distanceTo(whole);
            if (distance < bestDistance) {
                best = drawn;
                bestDistance = distance;
            }
            progress.advance("drawing samples of " + size, candidate + 1L, candidates);
        }
        Set<FunctionKey> kept = best.stream().map(TraceFunction::key).collect(Collectors.toSet());
        return new Nearest(trace.with(trace.name() + "-nearest" + size + "-seed" + seed,
                trace.functions().stream().filter(f -> kept.contains(f.key())).toList()), bestDistance);
    }
}
