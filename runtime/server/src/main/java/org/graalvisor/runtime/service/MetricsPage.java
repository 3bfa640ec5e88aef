package org.graalvisor.runtime.service;

import org.graalvisor.runtime.cpu.CpuLimiter;
import org.graalvisor.runtime.dispatch.Dispatcher;
import org.graalvisor.runtime.dispatch.PoolState;
import org.graalvisor.runtime.function.CodeStore;
import org.graalvisor.runtime.function.FunctionCache;
import org.graalvisor.runtime.function.FunctionCounters;
import org.graalvisor.runtime.function.RegisteredFunction;
import org.graalvisor.runtime.http.Reply;
import org.graalvisor.runtime.metrics.PrometheusText;

/** GET /metrics. */
final class MetricsPage {
    private final FunctionCache cache;
    private final FunctionCounters counters;
    private final InvocationMetrics invocations;
    private final CodeStore store;
    private final CpuLimiter cpuLimiter;

    MetricsPage(FunctionCache cache, FunctionCounters counters, InvocationMetrics invocations, CodeStore store,
            CpuLimiter cpuLimiter) {
        this.cache = cache;
        this.counters = counters;
        this.invocations = invocations;
        this.store = store;
        this.cpuLimiter = cpuLimiter;
    }

    Reply render(Dispatcher dispatcher) {
        PrometheusText page = new PrometheusText();
        invocations.write(page);
        isolates(page, dispatcher.poolState());
        functions(page);
        pools(page);
        threads(page, dispatcher);
        return new Reply(200, PrometheusText.CONTENT_TYPE, "", page.toBytes());
    }

    private void isolates(PrometheusText page, PoolState pool) {
        page.counter("graalvisor_starts_total", "Invocations by the kind of their start.")
                .sample("graalvisor_starts_total", "kind", "cold", counters.coldStarts.sum())
                .sample("graalvisor_starts_total", "kind", "warm", counters.warmStarts.sum())
                .sample("graalvisor_starts_total", "kind", "shared", counters.sharedStarts.sum());
        page.gauge("graalvisor_isolates_live", "Isolates that exist.").sample("graalvisor_isolates_live",
                counters.liveIsolates.get());
        page.gauge("graalvisor_isolates_idle", "Contexts that wait for an invocation.").sample(
                "graalvisor_isolates_idle", counters.idleIsolates.get());
        page.gauge("graalvisor_isolates_quarantined",
                "Isolates, and their threads, inside calls that outlived their deadline.")
                .sample("graalvisor_isolates_quarantined", pool.quarantined());
        page.gauge("graalvisor_isolate_budget_bytes", "Heap budgets of the isolates that exist.")
                .sample("graalvisor_isolate_budget_bytes", counters.budgetBytes.get());
        page.counter("graalvisor_isolates_torn_down_total", "Isolates torn down.")
                .sample("graalvisor_isolates_torn_down_total", counters.tornDownIsolates.sum());
        page.counter("graalvisor_isolates_trimmed_total", "Idle isolates whose garbage was given back.").sample(
                "graalvisor_isolates_trimmed_total", counters.trimmedIsolates.sum());
        page.counter("graalvisor_isolates_leaked_total", "Isolates that could not be torn down.")
                .sample("graalvisor_isolates_leaked_total", counters.leakedIsolates.sum());
        page.counter("graalvisor_isolates_refused_total", "Isolates that could not be created.")
                .sample("graalvisor_isolates_refused_total", counters.refusedIsolates.sum());
    }

    private void functions(PrometheusText page) {
        page.gauge("graalvisor_functions", "Registered functions.").sample("graalvisor_functions", cache.size());
        page.gauge("graalvisor_code_bytes", "Bytes of functions' code on disk, mapped by their libraries.").sample(
                "graalvisor_code_bytes", store.bytes());
        page.counter("graalvisor_libraries_unloaded_total", "Libraries unloaded after deregistration.")
                .sample("graalvisor_libraries_unloaded_total", counters.unloadedLibraries.sum());
        page.gauge("graalvisor_libraries_lingering",
                "Libraries of deregistered functions that running invocations still need.")
                .sample("graalvisor_libraries_lingering", counters.lingeringLibraries.get());
        page.counter("graalvisor_libraries_leaked_total", "Libraries that could not be unloaded.")
                .sample("graalvisor_libraries_leaked_total", counters.leakedLibraries.sum());
        String reason = cpuLimiter.unavailable().orElse("");
        page.gauge("graalvisor_cpu_limits_available", "Whether functions can be given a processor limit, and why not.")
                .sample("graalvisor_cpu_limits_available", "reason", reason, reason.isEmpty() ? 1 : 0);
    }

    private void pools(PrometheusText page) {
        page.gauge("graalvisor_function_isolates", "Isolates by function.");
        for (RegisteredFunction function : cache.all()) {
            page.sample("graalvisor_function_isolates", "function", function.spec().id(), function.isolates());
        }
        page.counter("graalvisor_function_turn_waits_total", "Invocations that waited for others of their function.");
        for (RegisteredFunction function : cache.all()) {
            page.sample("graalvisor_function_turn_waits_total", "function", function.spec().id(), function.waits());
        }
        page.gauge("graalvisor_function_contexts", "Open contexts by function.");
        for (RegisteredFunction function : cache.all()) {
            page.sample("graalvisor_function_contexts", "function", function.spec().id(), function.contexts());
        }
    }

    private static void threads(PrometheusText page, Dispatcher dispatcher) {
        PoolState pool = dispatcher.poolState();
        page.gauge("graalvisor_queue_length", "Connections with a request that wait for a thread.").sample(
                "graalvisor_queue_length", pool.queued());
        page.gauge("graalvisor_threads", "Threads of the global pool by state.").sample("graalvisor_threads", "state",
                "active", pool.active())
                .sample("graalvisor_threads", "state", "idle", pool.idle()).sample("graalvisor_threads", "state",
                        "quarantined", pool.quarantined())
                .sample("graalvisor_threads", "state", "blocked", Math.max(0, pool.threads() - pool.active() - pool
                        .idle() - pool.quarantined()));
        page.counter("graalvisor_threads_started_total", "Threads started.").sample("graalvisor_threads_started_total",
                pool.started());
        page.gauge("graalvisor_connections", "Open connections.").sample("graalvisor_connections", dispatcher
                .connections());
        page.counter("graalvisor_connections_accepted_total", "Connections accepted.")
                .sample("graalvisor_connections_accepted_total", dispatcher.acceptedConnections());
        page.counter("graalvisor_connections_broken_total", "Connections that broke while being served.")
                .sample("graalvisor_connections_broken_total", dispatcher.brokenConnections());
        page.counter("graalvisor_internal_errors_total", "Failures of the runtime itself.")
                .sample("graalvisor_internal_errors_total", dispatcher.internalErrors());
    }
}
