package org.graalvisor.harness.platform;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.graalvisor.harness.process.ProcessIdentity;

/** Several instances as one system. Callers are bound to one instance each, in turn. */
final class SessionGroup implements PlatformSession {
    private final List<PlatformSession> instances;
    private final AtomicInteger callers = new AtomicInteger();

    /**
     * @param instances at least one, in the order in which they were started
     */
    SessionGroup(List<PlatformSession> instances) {
        this.instances = List.copyOf(instances);
    }

    @Override
    public long startedNs() {
        return instances.getFirst().startedNs();
    }

    /** Waits for all; returns when the last of them had replied. */
    @Override
    public long awaitFirstReply(Duration timeout) {
        return instances.stream().mapToLong(instance -> instance.awaitFirstReply(timeout)).max().orElseThrow();
    }

    @Override
    public void register(FunctionUnderTest function) {
        instances.forEach(instance -> instance.register(function));
    }

    @Override
    public Invoker openInvoker() {
        return instances.get(Math.floorMod(callers.getAndIncrement(), instances.size())).openInvoker();
    }

    @Override
    public List<ProcessIdentity> processes() {
        return instances.stream().flatMap(instance -> instance.processes().stream()).toList();
    }

    /** Closes every instance, also after one could not be closed. */
    @Override
    public void close() {
        RuntimeException failure = null;
        for (PlatformSession instance : instances) {
            try {
                instance.close();
            } catch (RuntimeException notClosed) {
                if (failure == null) {
                    failure = notClosed;
                } else {
                    failure.addSuppressed(notClosed);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
