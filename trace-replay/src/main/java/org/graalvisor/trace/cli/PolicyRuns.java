package org.graalvisor.trace.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.graalvisor.trace.Progress;
import org.graalvisor.trace.TraceException;
import org.graalvisor.trace.manage.ManagerOptions;
import org.graalvisor.trace.manage.Policy;
import org.graalvisor.trace.schedule.ArrivalSource;
import org.graalvisor.trace.simulate.CostModels;
import org.graalvisor.trace.simulate.SimulationResult;
import org.graalvisor.trace.simulate.Simulator;

/** Simulates several policies on the same arrivals, some at a time. */
final class PolicyRuns {
    private final int threads;
    private final Progress progress;
    private final Map<String, Long> done = new HashMap<>();

    PolicyRuns(int threads, Progress progress) {
        this.threads = threads;
        this.progress = progress;
    }

    List<SimulationResult> run(Function<Progress, ArrivalSource> arrivals, List<Policy> policies,
            ManagerOptions options, CostModels costs) {
        List<SimulationResult> results = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<SimulationResult>> futures = new ArrayList<>();
            for (Policy policy : policies) {
                futures.add(executor.submit(() -> Simulator.run(arrivals.apply((stage, now, total) -> advance(policy
                        .name(), now, total * policies.size())), policy, options, costs.of(policy.name()),
                        Thread.currentThread()::isInterrupted)));
            }
            try {
                for (Future<SimulationResult> future : futures) {
                    results.add(future.get());
                }
            } catch (ExecutionException failed) {
                executor.shutdownNow();
                throw failed.getCause() instanceof TraceException unusable
                        ? unusable
                        : new IllegalStateException("the simulation failed", failed.getCause());
            } catch (InterruptedException interrupted) {
                executor.shutdownNow();
                Thread.currentThread().interrupt();
                throw new TraceException("The simulation was interrupted.", interrupted);
            }
        }
        return results;
    }

    private synchronized void advance(String policy, long now, long total) {
        done.put(policy, now);
        progress.advance("simulating minutes", done.values().stream().mapToLong(Long::longValue).sum(), total);
    }
}
