package org.graalvisor.harness.jmh;

import java.util.List;
import org.graalvisor.trace.schedule.ArrivalSource;
import org.graalvisor.trace.schedule.ScheduledFunction;

/** The first arrivals of a longer source, so that every call of a benchmark handles as many. */
final class FirstArrivals implements ArrivalSource {
    private final ArrivalSource all;
    private int left;

    FirstArrivals(ArrivalSource all, int count) {
        this.all = all;
        this.left = count;
    }

    @Override
    public List<ScheduledFunction> functions() {
        return all.functions();
    }

    @Override
    public long lengthUs() {
        return all.lengthUs();
    }

    @Override
    public boolean next() {
        if (left == 0) {
            return false;
        }
        left--;
        if (!all.next()) {
            throw new IllegalStateException("the trace has fewer arrivals than the benchmark counts");
        }
        return true;
    }

    @Override
    public long arrivalUs() {
        return all.arrivalUs();
    }

    @Override
    public int function() {
        return all.function();
    }

    @Override
    public long durationUs() {
        return all.durationUs();
    }

    @Override
    public long memoryBytes() {
        return all.memoryBytes();
    }
}
