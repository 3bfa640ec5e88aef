package org.graalvisor.harness.sampler;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.graalvisor.harness.process.ProcessIdentity;
import org.graalvisor.harness.process.ProcessStat;
import org.graalvisor.harness.process.ProcessTable;
import org.graalvisor.results.ResourceSample;

/** Adds up the resources of several processes. */
public final class TreeReader {
    private final ProcessTable table;

    /**
     * @param table processes of this machine
     */
    public TreeReader(ProcessTable table) {
        this.table = table;
    }

    /**
     * Reads once. Processes that ended meanwhile count nothing.
     *
     * @param processes which processes
     * @param elapsedNs time stamp of the sample
     */
    public ResourceSample read(List<ProcessIdentity> processes, long elapsedNs) {
        SmapsRollup memory = new SmapsRollup(0, 0, 0);
        long cpuNs = 0;
        int threads = 0;
        int living = 0;
        for (ProcessIdentity process : processes) {
            Optional<ProcessStat> stat = table.find(process.pid()).filter(found -> found.identity().equals(process));
            if (stat.isEmpty()) {
                continue;
            }
            living++;
            cpuNs += stat.get().cpuNs();
            threads += stat.get().threads();
            memory = memory.plus(memoryOf(process));
        }
        return new ResourceSample(elapsedNs, memory.rssBytes(), OptionalLong.of(memory.pssBytes()),
                OptionalLong.of(memory.privateDirtyBytes()), cpuNs, threads, living);
    }

    private SmapsRollup memoryOf(ProcessIdentity process) {
        try {
            return SmapsRollup.parse(table.read(process.pid(), "smaps_rollup")).orElse(new SmapsRollup(0, 0, 0));
        } catch (IOException ended) {
            return new SmapsRollup(0, 0, 0);
        }
    }
}
