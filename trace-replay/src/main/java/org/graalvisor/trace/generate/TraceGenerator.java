package org.graalvisor.trace.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.graalvisor.trace.Progress;
import org.graalvisor.trace.Seeds;
import org.graalvisor.trace.model.AppKey;
import org.graalvisor.trace.model.AzureTrace;
import org.graalvisor.trace.model.DirtReport;
import org.graalvisor.trace.model.DurationProfile;
import org.graalvisor.trace.model.FunctionKey;
import org.graalvisor.trace.model.MemoryProfile;
import org.graalvisor.trace.model.MinuteCounts;
import org.graalvisor.trace.model.Percentiles;
import org.graalvisor.trace.model.TraceFunction;
import org.graalvisor.trace.model.Trigger;

/** Makes one day of a trace. The same parameters give the same trace; a smaller trace is a prefix of a larger one. */
public final class TraceGenerator {
    /** Standard normal quantiles at the published ranks 0, 1, 25, 50, 75, 99, 100; the ends stand for a day's extremes. */
    private static final double[] DURATION_QUANTILES = {-3, -2.326, -0.674, 0, 0.674, 2.326, 3};
    /** Memory at ranks 1 to 100 relative to the average: medians over the applications of an excerpt of 500 functions. */
    private static final double[] MEMORY_FACTORS = {.80, .87, .96, 1.01, 1.05, 1.10, 1.13, 1.42};
    /** Daily invocations at which the published distribution has steps, because timers have these periods. */
    private static final long[] TIMER_STEPS = {24, 48, 96, 288, 1440};
    private static final double MS_PER_SECOND = 1000;

    private final GeneratorParameters parameters;
    private final TriggerChoice triggers;
    private final DayShape shape;
    private final List<TraceFunction> functions = new ArrayList<>();
    private final Map<AppKey, MemoryProfile> memory = new LinkedHashMap<>();

    private TraceGenerator(GeneratorParameters parameters) {
        this.parameters = parameters;
        this.triggers = new TriggerChoice(parameters);
        this.shape = new DayShape(parameters);
    }

    /**
     * Makes a trace.
     *
     * @param parameters what it looks like
     * @param progress hears how far it has come
     */
    public static AzureTrace generate(GeneratorParameters parameters, Progress progress) {
        return new TraceGenerator(parameters).run(progress);
    }

    private AzureTrace run(Progress progress) {
        SplittableRandom structure = new SplittableRandom(Seeds.split(parameters.seed(), "structure"));
        String owner = hash(structure);
        while (functions.size() < parameters.functions()) {
            AppKey app = new AppKey(owner, hash(structure));
            long size = Math.min(parameters.functionsPerApp().quantile(structure.nextDouble()),
                    parameters.functions() - functions.size());
            long appSeed = structure.nextLong();
            memory.put(app, memory(new SplittableRandom(Seeds.split(appSeed, "memory"))));
            for (int i = 0; i < size; i++) {
                functions.add(function(app, new SplittableRandom(Seeds.split(appSeed, i))));
            }
            if (structure.nextDouble() * parameters.appsPerOwner() < 1) {
                owner = hash(structure);
            }
            progress.advance("generating functions", functions.size(), parameters.functions());
        }
        return new AzureTrace("generated-" + parameters.functions() + "-seed" + parameters.seed(), 1, functions, memory,
                DirtReport.clean());
    }

    private TraceFunction function(AppKey app, SplittableRandom random) {
        double rateScore = random.nextGaussian();
        double correlation = parameters.rateDurationCorrelation();
        double durationScore = correlation * rateScore
                + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
        long invocations = parameters.invocationsPerDay().quantile(Normal.shareUpTo(rateScore));
        Trigger trigger = triggers.choose(invocations, random.nextDouble());
        FunctionKey key = new FunctionKey(app.owner(), app.app(), hash(random));
        MinuteCounts counts = trigger == Trigger.TIMER
                ? shape.timer(timerStep(invocations), random)
                : shape.irregular(invocations, random);
        return new TraceFunction(key, trigger, counts,
                Optional.of(duration(durationScore, counts.total())));
    }

    private static long timerStep(long invocations) {
        if (invocations <= 10) {
            return invocations;
        }
        return Arrays.stream(TIMER_STEPS).filter(step -> step >= invocations).findFirst().orElse(invocations);
    }

    private DurationProfile duration(double score, long count) {
        double averageMs = MS_PER_SECOND
                * Math.exp(parameters.durationLogMean() + parameters.durationLogSigma() * score);
        double sigma = parameters.durationSigmaWithinFunction();
        double medianMs = averageMs * Math.exp(-sigma * sigma / 2);
        double[] percentiles = Arrays.stream(DURATION_QUANTILES)
                .map(z -> Math.rint(medianMs * Math.exp(sigma * z))).toArray();
        return new DurationProfile(Math.rint(averageMs), count, percentiles[0], percentiles[percentiles.length - 1],
                new Percentiles(DurationProfile.ranks(), percentiles));
    }

    private MemoryProfile memory(SplittableRandom random) {
        double averageMb = Math.max(1, Math.rint(parameters.memoryMb().quantile(random.nextDouble())));
        long samples = 1 + random.nextLong(20_000);
        return new MemoryProfile(samples, averageMb, new Percentiles(MemoryProfile.ranks(),
                Arrays.stream(MEMORY_FACTORS).map(factor -> Math.rint(averageMb * factor)).toArray()));
    }

    private static String hash(SplittableRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
