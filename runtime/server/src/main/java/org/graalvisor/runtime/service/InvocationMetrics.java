package org.graalvisor.runtime.service;

import java.util.EnumMap;
import java.util.concurrent.atomic.LongAdder;
import org.graalvisor.runtime.error.RequestException;
import org.graalvisor.runtime.metrics.DurationHistogram;
import org.graalvisor.runtime.metrics.PrometheusText;

/** Counts invocations and their durations. */
final class InvocationMetrics {

    /** Never changed after construction, so safe to read by all threads. */
    private final EnumMap<InvocationOutcomeKind, LongAdder> counts = new EnumMap<>(InvocationOutcomeKind.class);
    private final DurationHistogram durations = new DurationHistogram();

    InvocationMetrics() {
        for (InvocationOutcomeKind kind : InvocationOutcomeKind.values()) {
            counts.put(kind, new LongAdder());
        }
    }

    void count(InvocationOutcomeKind kind) {
        counts.get(kind).increment();
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
        for (InvocationOutcomeKind kind : InvocationOutcomeKind.values()) {
            page.sample("graalvisor_invocations_total", "outcome", kind.label(), counts.get(kind).sum());
        }
        page.histogram("graalvisor_invocation_duration_seconds", "Time inside isolates, their creation included.",
                durations);
    }
}
