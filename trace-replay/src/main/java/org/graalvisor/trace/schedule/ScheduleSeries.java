package org.graalvisor.trace.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What a schedule demands over time if every invocation ran at once: the series its plots are made of. */
public final class ScheduleSeries {
    private static final long US_PER_SECOND = 1_000_000;

    private ScheduleSeries() {}

    /**
     * One second of a schedule.
     *
     * @param second from 0
     * @param arrivals that happen in it
     * @param concurrency invocations running at its end
     * @param peakConcurrency most invocations running at any time within it
     * @param memoryBytes memory of those running at its end
     */
    public record Second(int second, int arrivals, int concurrency, int peakConcurrency, long memoryBytes) {}

    /** Returns one element for each second. */
    public static List<Second> of(Schedule schedule) {
        int[] byEnd = byEnd(schedule);
        List<Second> series = new ArrayList<>();
        int arrival = 0;
        int end = 0;
        int running = 0;
        long memoryBytes = 0;
        for (int second = 0; second < schedule.lengthUs() / US_PER_SECOND; second++) {
            long untilUs = (second + 1) * US_PER_SECOND;
            int arrivedBefore = arrival;
            int peak = running;
            while (true) {
                long nextArrivalUs = arrival < schedule.size() ? schedule.arrivalUs(arrival) : Long.MAX_VALUE;
                long nextEndUs = end < byEnd.length ? endUs(schedule, byEnd[end]) : Long.MAX_VALUE;
                if (Math.min(nextArrivalUs, nextEndUs) >= untilUs) {
                    break;
                }
                if (nextEndUs <= nextArrivalUs) {
                    memoryBytes -= schedule.memoryBytes(byEnd[end++]);
                    running--;
                } else {
                    memoryBytes += schedule.memoryBytes(arrival++);
                    running++;
                    peak = Math.max(peak, running);
                }
            }
            series.add(new Second(second, arrival - arrivedBefore, running, peak, memoryBytes));
        }
        return series;
    }

    /** Returns arrivals in the order of their ends. */
    private static int[] byEnd(Schedule schedule) {
        return IntStream.range(0, schedule.size()).boxed()
                .sorted(Comparator.comparingLong(arrival -> endUs(schedule, arrival))).mapToInt(Integer::intValue)
                .toArray();
    }

    private static long endUs(Schedule schedule, int arrival) {
        return schedule.arrivalUs(arrival) + schedule.durationUs(arrival);
    }
}
