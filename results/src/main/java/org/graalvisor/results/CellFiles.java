package org.graalvisor.results;

import java.util.List;

/** Names of the files of one attempt, and the columns of its tables. */
final class CellFiles {
    static final String INVOCATIONS = "invocations.csv";
    static final String LATENCY = "latency.hlog";
    static final String RESOURCES = "resources.csv";
    static final String MEASUREMENTS = "measurements.csv";
    static final String EVENTS = "events.jsonl";
    static final String STDOUT = "stdout.log";
    static final String STDERR = "stderr.log";
    static final String DONE = "DONE";
    static final String ATTEMPT_PREFIX = "attempt-";

    static final List<String> INVOCATION_COLUMNS = List.of("index", "function", "intended_ns", "sent_ns",
            "completed_ns",
            "status", "start_kind", "exec_time_us", "phase", "outcome");
    static final List<String> RESOURCE_COLUMNS = List.of("elapsed_ns", "rss_bytes", "pss_bytes", "private_dirty_bytes",
            "cpu_ns", "threads", "processes");
    static final List<String> MEASUREMENT_COLUMNS = List.of("metric", "unit", "index", "value");

    private CellFiles() {}
}
