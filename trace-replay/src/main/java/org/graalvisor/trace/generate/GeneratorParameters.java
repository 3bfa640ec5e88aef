package org.graalvisor.trace.generate;

import java.util.List;
import org.graalvisor.trace.TraceException;
import org.graalvisor.trace.model.Trigger;

/**
 * What generated traces look like. Unless said otherwise the defaults are published in Shahrad et al., "Serverless in the
 * Wild", USENIX ATC'20.
 *
 * @param functions how many, at least 1
 * @param seed seed of everything random
 * @param functionsPerApp functions per application
 * @param appsPerOwner mean applications per owner, at least 1; not published, geometric
 * @param invocationsPerDay invocations per function and day
 * @param triggers share of each trigger; relative, as the published shares of functions add up to 105.7 %
 * @param durationLogMean mean of the logarithm of a function's average duration in seconds
 * @param durationLogSigma standard deviation of that logarithm
 * @param durationSigmaWithinFunction standard deviation of the logarithm of durations of one function; not published
 * @param rateDurationCorrelation correlation of rank between a function's rate and duration, from −1 to 1; not
 * published, estimated from an excerpt of 500 functions
 * @param memoryMb average memory of an application, in MB
 * @param dailyAmplitude of the wave load follows over the day, from 0 to 1: the busiest and the quietest minute of a full
 * day have 801,572 and 501,568 invocations
 * @param busiestMinute minute of the wave's top, from 0; not published
 * @param burstyShare share of functions without timer whose invocations come in bursts, from 0 to 1
 */
public record GeneratorParameters(int functions, long seed, PublishedCdf functionsPerApp, double appsPerOwner,
        PublishedCdf invocationsPerDay, List<TriggerShare> triggers, double durationLogMean, double durationLogSigma,
        double durationSigmaWithinFunction, double rateDurationCorrelation, Burr memoryMb, double dailyAmplitude,
        int busiestMinute, double burstyShare) {
    /** Functions of a full day. */
    public static final int FULL_DAY_FUNCTIONS = 46_412;
    /** Invocations of a full day. */
    public static final double FULL_DAY_INVOCATIONS = 909.8e6;
    /** Default of the knob; the published excerpts say nothing about it. */
    public static final double DEFAULT_APPS_PER_OWNER = 1.5;
    /** Functions above this number of invocations a day are the head, which makes nearly all invocations. */
    static final double HEAD = 1e5;

    private static final double[] DAILY_VALUES = {1, 10, 24, 96, 288, 1440, 1e4, HEAD};
    private static final double[] DAILY_SHARES = {.33, .55, .64, .74, .83, .92, .97, .99};

    public GeneratorParameters {
        triggers = List.copyOf(triggers);
        if (functions < 1 || !(appsPerOwner >= 1) || !(dailyAmplitude >= 0 && dailyAmplitude <= 1)
                || !(burstyShare >= 0 && burstyShare <= 1) || !(Math.abs(rateDurationCorrelation) <= 1)
                || durationLogSigma < 0 || durationSigmaWithinFunction < 0) {
            throw new TraceException("Not a trace: at least 1 function (" + functions
                    + ") and 1 application per owner ("
                    + appsPerOwner + "), daily amplitude (" + dailyAmplitude + ") and bursty share (" + burstyShare
                    + ") from 0 to 1, correlation (" + rateDurationCorrelation
                    + ") from -1 to 1, no sigma below 0.");
        }
    }

    /**
     * Returns the published distributions.
     *
     * @param functions how many
     * @param seed seed of everything random
     */
    public static GeneratorParameters published(int functions, long seed) {
        return new GeneratorParameters(functions, seed,
                new PublishedCdf(new double[]{1, 2, 3, 4, 5, 6, 10, 100, 200},
                        new double[]{.54, .71, .80, .85, .88, .90, .95, .9996, 1}),
                DEFAULT_APPS_PER_OWNER, invocationsPerDay(FULL_DAY_INVOCATIONS / FULL_DAY_FUNCTIONS), List.of(
                        new TriggerShare(Trigger.HTTP, .433, .225), new TriggerShare(Trigger.QUEUE, .151, .424),
                        new TriggerShare(Trigger.EVENT, .026, .309), new TriggerShare(Trigger.ORCHESTRATION, .082,
                                .014),
                        new TriggerShare(Trigger.TIMER, .285, .018), new TriggerShare(Trigger.STORAGE, .023, .008),
                        new TriggerShare(Trigger.OTHERS, .057, .001)),
                -0.38, 2.36, 0.5, -0.35, new Burr(11.652, 0.221, 107.083), 0.23, 840, 0.5);
    }

    /** Returns these parameters with another number of applications per owner. */
    public GeneratorParameters withAppsPerOwner(double mean) {
        return new GeneratorParameters(functions, seed, functionsPerApp, mean, invocationsPerDay, triggers,
                durationLogMean, durationLogSigma, durationSigmaWithinFunction, rateDurationCorrelation, memoryMb,
                dailyAmplitude, busiestMinute, burstyShare);
    }

    /** Returns these parameters with another correlation of rate and duration. */
    public GeneratorParameters withRateDurationCorrelation(double correlation) {
        return new GeneratorParameters(functions, seed, functionsPerApp, appsPerOwner, invocationsPerDay, triggers,
                durationLogMean, durationLogSigma, durationSigmaWithinFunction, correlation, memoryMb,
                dailyAmplitude, busiestMinute, burstyShare);
    }

    /**
     * Returns the published distribution of invocations per day. Its largest value is not published; it is chosen so that
     * the mean is right.
     *
     * @param mean invocations per function and day
     */
    static PublishedCdf invocationsPerDay(double mean) {
        double low = 2 * HEAD;
        double high = 1e9;
        while (high / low > 1 + 1e-9) {
            double middle = Math.sqrt(low * high);
            if (upTo(middle).mean() < mean) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return upTo(low);
    }

    private static PublishedCdf upTo(double largest) {
        double[] values = new double[DAILY_VALUES.length + 1];
        double[] shares = new double[DAILY_SHARES.length + 1];
        System.arraycopy(DAILY_VALUES, 0, values, 0, DAILY_VALUES.length);
        System.arraycopy(DAILY_SHARES, 0, shares, 0, DAILY_SHARES.length);
        values[DAILY_VALUES.length] = largest;
        shares[DAILY_SHARES.length] = 1;
        return new PublishedCdf(values, shares);
    }
}
