package org.graalvisor.trace.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.HistogramIterationValue;
import org.graalvisor.trace.TraceException;
import org.graalvisor.trace.manage.Counts;
import org.graalvisor.trace.simulate.NodeSample;
import org.graalvisor.trace.simulate.SimulationResult;

/** Simulations as CSV: one line a policy, one file of samples and one of latencies for each. */
final class SimulationFiles {
    private SimulationFiles() {}

    static void write(List<SimulationResult> results, Path folder) {
        try {
            Files.createDirectories(folder);
            try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("simulation.csv"))) {
                out.write("policy,invocations,completed,failed,ignored,cold_invocations,instances_started,evicted,"
                        + "expired,mean_resident_bytes,max_resident_bytes,mean_active_instances,mean_instances\n");
                for (SimulationResult result : results) {
                    Counts counts = result.counts();
                    out.write(result.policy() + "," + counts.arrived() + "," + counts.completed() + ","
                            + counts.failed() + "," + counts.ignored() + "," + counts.coldInvocations() + ","
                            + counts.instancesStarted() + "," + counts.evicted() + "," + counts.expired() + ","
                            + result.mean(NodeSample::residentBytes) + "," + result.maximum(NodeSample::residentBytes)
                            + "," + result.mean(NodeSample::activeInstances) + "," + result.mean(NodeSample::instances)
                            + "\n");
                }
            }
            for (SimulationResult result : results) {
                writeSamples(result, folder.resolve("samples-" + result.policy() + ".csv"));
                writeLatencies(result, folder.resolve("latency-" + result.policy() + ".csv"));
            }
        } catch (IOException e) {
            throw new TraceException("Cannot write the simulation to " + folder + ": check space and permissions", e);
        }
    }

    private static void writeSamples(SimulationResult result, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(
                    "elapsed_us,resident_bytes,accounted_bytes,reserved_bytes,instances,active_instances,in_flight\n");
            for (NodeSample sample : result.samples()) {
                out.write(sample.elapsedUs() + "," + sample.residentBytes() + "," + sample.accountedBytes() + ","
                        + sample.reservedBytes() + "," + sample.instances() + "," + sample.activeInstances() + ","
                        + sample.inFlight() + "\n");
            }
        }
    }

    private static void writeLatencies(SimulationResult result, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("response_us,count,share_within\n");
            for (HistogramIterationValue step : result.responseTimes().histogram().recordedValues()) {
                out.write(step.getValueIteratedTo() + "," + step.getCountAtValueIteratedTo() + ","
                        + step.getPercentile() / 100 + "\n");
            }
        }
    }
}
