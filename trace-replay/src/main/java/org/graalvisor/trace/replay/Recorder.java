package org.graalvisor.trace.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.graalvisor.results.InvocationRecord;
import org.graalvisor.results.Outcome;
import org.graalvisor.results.Phase;
import org.graalvisor.results.StartKind;
import org.graalvisor.trace.schedule.Schedule;

/** Stamps of all invocations of a schedule, in plain arrays so that recording costs a few stores. */
final class Recorder {
    private static final long NS_PER_US = 1000;
    private static final long UNKNOWN = -1;

    private final Schedule schedule;
    private final long[] sentNs;
    private final long[] completedNs;
    private final long[] execTimeUs;
    private final int[] status;
    private final Outcome[] outcome;
    private final StartKind[] startKind;

    Recorder(Schedule schedule) {
        this.schedule = schedule;
        int size = schedule.size();
        this.sentNs = new long[size];
        this.completedNs = new long[size];
        this.execTimeUs = new long[size];
        Arrays.fill(execTimeUs, UNKNOWN);
        this.status = new int[size];
        this.outcome = new Outcome[size];
        Arrays.fill(outcome, Outcome.DROPPED);
        this.startKind = new StartKind[size];
        Arrays.fill(startKind, StartKind.UNKNOWN);
    }

    void sent(int index, long atNs) {
        sentNs[index] = atNs;
        outcome[index] = Outcome.UNFINISHED;
    }

    void dropped(int index) {
        outcome[index] = Outcome.DROPPED;
    }

    void replied(int index, InvocationReply reply) {
        status[index] = reply.status();
        execTimeUs[index] = reply.execTimeUs().orElse(UNKNOWN);
    }

    void ended(int index, boolean completed, boolean cold, long atNs) {
        completedNs[index] = atNs;
        outcome[index] = completed ? Outcome.COMPLETED : Outcome.FAILED;
        startKind[index] = cold ? StartKind.COLD : StartKind.WARM;
    }

    /** Returns how many are unfinished although, run at once, they would have ended by then. */
    long unfinishedThatShouldHaveEnded(long byUs) {
        return IntStream.range(0, outcome.length).filter(index -> outcome[index] == Outcome.UNFINISHED && schedule
                .arrivalUs(index) + schedule.durationUs(index) < byUs).count();
    }

    List<InvocationRecord> records() {
        List<InvocationRecord> records = new ArrayList<>(outcome.length);
        for (int i = 0; i < outcome.length; i++) {
            boolean ended = outcome[i] == Outcome.COMPLETED || outcome[i] == Outcome.FAILED;
            records.add(new InvocationRecord(i, schedule.functions().get(schedule.function(i)).key().function(),
                    schedule.arrivalUs(i) * NS_PER_US,
                    outcome[i] == Outcome.DROPPED ? OptionalLong.empty() : OptionalLong.of(sentNs[i]),
                    ended ? OptionalLong.of(completedNs[i]) : OptionalLong.empty(), status[i], startKind[i],
                    execTimeUs[i] == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(execTimeUs[i]), Phase.MEASURE,
                    outcome[i]));
        }
        return records;
    }
}
