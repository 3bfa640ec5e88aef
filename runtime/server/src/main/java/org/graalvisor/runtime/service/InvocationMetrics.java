package org.graalvisor.runtime.service;

import java.util.concurrent.atomic.LongAdder;
import org.graalvisor.runtime.error.RequestException;
import org.graalvisor.runtime.metrics.DurationHistogram;
import org.graalvisor.runtime.metrics.PrometheusText;

/** Counts invocations and their durations. */
final class InvocationMetrics {
    private static final InvocationOutcomeKind[] KINDS = InvocationOutcomeKind.values();

    private final LongAdder[] counts = new LongAdder[KINDS.length];
    private final DurationHistogram durations = new DurationHistogram();

    InvocationMetrics() {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
        }
    }

    void count(InvocationOutcomeKind kind) {
        counts[kind.ordinal()].increment();
    }

    void count(RequestException failure) {
        count(switch (failure.kind()) {
            case UNKNOWN_FUNCTION -> InvocationOutcomeKind.UNKNOWN_FUNCTION;
            case NO_CAPACITY -> InvocationOutcomeKind.NO_CAPACITY;
            case INTERNAL -> InvocationOutcomeKind.INTERNAL;
            default -> InvocationOutcomeKind.BAD_REQUEST;
        });
    }

    void duration(long nanos) {
        durations.record(nanos);
    }

    void write(PrometheusText page) {
        page.counter("graalvisor_invocations_total", "Invocations by outcome.");
        for (InvocationOutcomeKind kind : KINDS) {
            page.sample("graalvisor_invocations_total", "outcome", kind.label(), counts[kind.ordinal()].sum());
        }
        page.histogram("graalvisor_invocation_duration_seconds", "Time inside isolates, their creation included.",
                durations);
    }
}
