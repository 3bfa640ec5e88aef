package org.graalvisor.harness.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.graalvisor.harness.process.ProcessIdentity;
import org.graalvisor.results.ResourceSample;
import org.graalvisor.trace.replay.ReplaySample;
import org.graalvisor.trace.replay.SamplingHook;

/** Reads the memory of all instances once a second. A sample that would begin before the last one ended is left out. */
final class NodeSampler implements SamplingHook {
    private final Supplier<List<ProcessIdentity>> processes;
    private final NodeMemory memory;
    private final AvailableMemory available;
    private final Consumer<ResourceSample> sink;
    private final Consumer<ReplaySample> progress;
    private final List<ResourceSample> samples = new ArrayList<>();
    private final ReentrantLock reading = new ReentrantLock();

    NodeSampler(Supplier<List<ProcessIdentity>> processes, NodeMemory memory, AvailableMemory available,
            Consumer<ResourceSample> sink, Consumer<ReplaySample> progress) {
        this.processes = processes;
        this.memory = memory;
        this.available = available;
        this.sink = sink;
        this.progress = progress;
    }

    @Override
    public Optional<String> sample(ReplaySample sample) {
        if (!reading.tryLock()) {
            return Optional.empty();
        }
        try {
            ResourceSample read = memory.read(processes.get(), sample.elapsedNs());
            samples.add(read);
            sink.accept(read);
            progress.accept(sample);
        } finally {
            reading.unlock();
        }
        return available.problem();
    }

    /** Returns what was read so far; call it when no sample is taken any more. */
    List<ResourceSample> samples() {
        reading.lock();
        try {
            return List.copyOf(samples);
        } finally {
            reading.unlock();
        }
    }
}
