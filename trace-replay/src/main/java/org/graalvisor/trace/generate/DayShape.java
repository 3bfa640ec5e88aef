package org.graalvisor.trace.generate;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.graalvisor.trace.model.MinuteCounts;

/** Spreads a day's invocations of a function over its minutes. Exact in count. */
final class DayShape {
    private static final int MINUTES = MinuteCounts.MINUTES_PER_DAY;
    /** Up to here minutes are drawn one by one; above, counts are close to their expectation anyway. */
    private static final long DRAWN_ONE_BY_ONE = 20_000;
    /** Bursts last this long; their heights are log-normal. */
    private static final int BURST_MINUTES = 10;
    private static final double BURST_SIGMA = 2;

    private final double[] wave = new double[MINUTES];
    private final double burstyShare;

    DayShape(GeneratorParameters parameters) {
        for (int minute = 0; minute < MINUTES; minute++) {
            wave[minute] = 1 + parameters.dailyAmplitude()
                    * Math.cos(2 * Math.PI * (minute - parameters.busiestMinute()) / MINUTES);
        }
        this.burstyShare = parameters.burstyShare();
    }

    /** A timer fires at equal distances. */
    MinuteCounts timer(long invocations, SplittableRandom random) {
        int[] perMinute = new int[MINUTES];
        double phase = random.nextDouble();
        long before = 0;
        for (int minute = 0; minute < MINUTES; minute++) {
            long until = (long) ((minute + 1) * (double) invocations / MINUTES + phase);
            perMinute[minute] = Math.toIntExact(until - before);
            before = until;
        }
        return MinuteCounts.of(perMinute, 0);
    }

    MinuteCounts irregular(long invocations, SplittableRandom random) {
        boolean bursty = random.nextDouble() < burstyShare && invocations <= GeneratorParameters.HEAD;
        double[] cumulative = new double[MINUTES];
        double sum = 0;
        double height = 1;
        boolean drawn = invocations <= DRAWN_ONE_BY_ONE;
        double expectedPerMinute = (double) invocations / MINUTES;
        for (int minute = 0; minute < MINUTES; minute++) {
            if (bursty && minute % BURST_MINUTES == 0) {
                height = Math.exp(BURST_SIGMA * random.nextGaussian());
            }
            double noise = drawn ? 1 : Math.max(0, 1 + random.nextGaussian() / Math.sqrt(expectedPerMinute));
            sum += wave[minute] * height * noise;
            cumulative[minute] = sum;
        }
        return MinuteCounts.of(drawn
                ? oneByOne(invocations, cumulative, random)
                : proportional(invocations, cumulative, random.nextDouble()), 0);
    }

    private static int[] oneByOne(long invocations, double[] cumulative, SplittableRandom random) {
        int[] perMinute = new int[MINUTES];
        for (long i = 0; i < invocations; i++) {
            int found = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[MINUTES - 1]);
            perMinute[Math.min(MINUTES - 1, found < 0 ? -found - 1 : found)]++;
        }
        return perMinute;
    }

    private static int[] proportional(long invocations, double[] cumulative, double phase) {
        int[] perMinute = new int[MINUTES];
        long before = 0;
        for (int minute = 0; minute < MINUTES; minute++) {
            long until = minute == MINUTES - 1
                    ? invocations
                    : Math.min(invocations, (long) (invocations * cumulative[minute] / cumulative[MINUTES - 1]
                            + phase));
            perMinute[minute] = Math.toIntExact(until - before);
            before = until;
        }
        return perMinute;
    }
}
