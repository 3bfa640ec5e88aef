package org.graalvisor.trace.schedule;

import java.util.List;

/** Walks over a schedule. */
final class ScheduleCursor implements ArrivalSource {
    private final Schedule schedule;
    private int arrival = -1;

    ScheduleCursor(Schedule schedule) {
        this.schedule = schedule;
    }

    @Override
    public List<ScheduledFunction> functions() {
        return schedule.functions();
    }

    @Override
    public long lengthUs() {
        return schedule.lengthUs();
    }

    @Override
    public boolean next() {
        return ++arrival < schedule.size();
    }

    @Override
    public long arrivalUs() {
        return schedule.arrivalUs(arrival);
    }

    @Override
    public int function() {
        return schedule.function(arrival);
    }

    @Override
    public long durationUs() {
        return schedule.durationUs(arrival);
    }

    @Override
    public long memoryBytes() {
        return schedule.memoryBytes(arrival);
    }
}
