package org.graalvisor.harness.sampler;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.graalvisor.harness.process.ProcessIdentity;
import org.graalvisor.results.ResourceSample;

/** Samples a changing set of processes at a fixed rate on a thread of its own until it is closed. */
public final class ResourceSampler implements AutoCloseable {
    private final TreeReader reader;
    private final Supplier<List<ProcessIdentity>> processes;
    private final Consumer<ResourceSample> sink;
    private final long periodNs;
    private final long originNs;
    private final Thread thread;

    /**
     * Starts sampling.
     *
     * @param reader reads the processes
     * @param processes asked anew for every sample
     * @param period time between samples
     * @param originNs {@link System#nanoTime} that samples count from
     * @param sink receives each sample on the sampling thread
     */
    public ResourceSampler(TreeReader reader, Supplier<List<ProcessIdentity>> processes, Duration period, long originNs,
            Consumer<ResourceSample> sink) {
        this.reader = reader;
        this.processes = processes;
        this.sink = sink;
        this.periodNs = period.toNanos();
        this.originNs = originNs;
        this.thread = Thread.ofPlatform().daemon().name("resource-sampler").unstarted(this::run);
        thread.start();
    }

    private void run() {
        long nextNs = System.nanoTime();
        while (!Thread.currentThread().isInterrupted()) {
            sample();
            nextNs += periodNs;
            LockSupport.parkNanos(Math.max(0, nextNs - System.nanoTime()));
        }
    }

    private void sample() {
        sink.accept(reader.read(processes.get(), System.nanoTime() - originNs));
    }

    /** Takes no further sample and waits for one in progress. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException request) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
