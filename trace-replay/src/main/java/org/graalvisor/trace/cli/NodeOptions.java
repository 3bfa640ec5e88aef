package org.graalvisor.trace.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.graalvisor.trace.manage.Accounting;
import org.graalvisor.trace.manage.Eviction;
import org.graalvisor.trace.manage.ManagerOptions;
import org.graalvisor.trace.manage.Policies;
import org.graalvisor.trace.manage.Policy;
import picocli.CommandLine.Option;

/** What is simulated. */
final class NodeOptions {
    private static final double US_PER_SECOND = 1e6;

    @Option(names = "--policy", split = ",", defaultValue = "openwhisk,photons,graalvisor", description = "Policies to compare. Default: ${DEFAULT-VALUE}.")
    private List<String> policies = Policies.names();

    @Option(names = "--instance-size", converter = ByteSize.class, paramLabel = "SIZE", defaultValue = "2g", description = "Size of instances that are not sized to a function. Default: ${DEFAULT-VALUE}.")
    private Long instanceBytes = Policies.PAPER_INSTANCE_BYTES;

    @Option(names = "--keep-alive", paramLabel = "SECONDS", defaultValue = "10", description = "How long an idle instance is kept. Default: ${DEFAULT-VALUE}.")
    private double keepAliveSeconds;

    @Option(names = "--eviction", defaultValue = "least-recently-used", description = "What happens to idle instances when memory is short: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Eviction eviction = Eviction.LEAST_RECENTLY_USED;

    @Option(names = "--accounting", defaultValue = "paper", description = "What of an instance counts against the cap: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Accounting accounting = Accounting.PAPER;

    @Option(names = "--queue", paramLabel = "N", defaultValue = "0", description = "Invocations that may wait for memory; 0 ignores what does not fit. Default: ${DEFAULT-VALUE}.")
    private int queueCapacity;

    @Option(names = "--costs", paramLabel = "FILE", description = "Cost models, JSON. Default: those that 'trace calibrate' measured here; without them, what the paper reports.")
    private Optional<Path> costs = Optional.empty();

    @Option(names = "--threads", paramLabel = "N", description = "Policies simulated at a time. Default: all, so that no processor is idle while the last one runs.")
    private Optional<Integer> threads = Optional.empty();

    List<Policy> policies() {
        return policies.stream().map(name -> Policies.named(name.strip(), instanceBytes)).toList();
    }

    ManagerOptions manager(long capBytes) {
        return manager(capBytes, keepAliveSeconds);
    }

    ManagerOptions manager(long capBytes, double itsKeepAliveSeconds) {
        return new ManagerOptions(capBytes, accounting, 0, Math.round(itsKeepAliveSeconds * US_PER_SECOND), eviction,
                queueCapacity, ManagerOptions.DEFAULT_QUEUE_TIMEOUT_US);
    }

    CostSource costs() {
        return CostSource.of(costs);
    }

    int threads() {
        return Math.max(1, threads.orElseGet(policies::size));
    }
}
