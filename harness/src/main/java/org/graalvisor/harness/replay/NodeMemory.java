package org.graalvisor.harness.replay;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.graalvisor.harness.process.ProcessIdentity;
import org.graalvisor.harness.process.ProcessStat;
import org.graalvisor.harness.process.ProcessTable;
import org.graalvisor.harness.sampler.SmapsRollup;
import org.graalvisor.results.ResourceSample;

/**
 * Resources of many processes. RSS is one number the kernel keeps; for PSS it walks every page of every process, which
 * takes milliseconds for a JVM and holds up its page faults meanwhile. So PSS is read with every sample while that takes
 * at most 5 % of one core, and more seldom otherwise, but not more seldom than every 5 s, or its mean would mislead.
 */
final class NodeMemory {
    private static final double PSS_SHARE = 0.05;
    private static final long LONGEST_GAP_NS = TimeUnit.SECONDS.toNanos(5);
    private static final long PAGE_BYTES = 4096;

    private final ProcessTable table;
    private final Map<ProcessIdentity, Long> cpuNs = new HashMap<>();
    private long nextPssNs = Long.MIN_VALUE;
    private long pssReadings;
    private long pssNs;

    NodeMemory(ProcessTable table) {
        this.table = table;
    }

    /** Processes that ended meanwhile count their processor time only, as far as it was seen. */
    ResourceSample read(List<ProcessIdentity> roots, long elapsedNs) {
        Collection<ProcessStat> stats = table.trees(roots.stream().map(ProcessIdentity::pid).toList());
        long beginNs = System.nanoTime();
        long beginCpuNs = threads().getCurrentThreadCpuTime();
        boolean withPss = beginNs >= nextPssNs;
        SmapsRollup rollup = new SmapsRollup(0, 0, 0);
        long rssBytes = 0;
        int threads = 0;
        for (ProcessStat stat : stats) {
            cpuNs.put(stat.identity(), stat.cpuNs());
            threads += stat.threads();
            if (withPss) {
                rollup = rollup.plus(rollup(stat.pid()));
            } else {
                rssBytes += rssBytes(stat.pid());
            }
        }
        if (withPss) {
            account(System.nanoTime() - beginNs, threads().getCurrentThreadCpuTime() - beginCpuNs, beginNs);
        }
        return new ResourceSample(elapsedNs, withPss ? rollup.rssBytes() : rssBytes, withPss
                ? OptionalLong.of(rollup
                        .pssBytes())
                : OptionalLong.empty(), withPss
                        ? OptionalLong.of(rollup.privateDirtyBytes())
                        : OptionalLong.empty(), cpuNs.values().stream().mapToLong(Long::longValue).sum(), threads, stats
                                .size());
    }

    /** Returns the PSS of some processes at once, however long that takes. */
    long readNow(List<ProcessIdentity> roots) {
        return table.trees(roots.stream().map(ProcessIdentity::pid).toList()).stream().mapToLong(stat -> rollup(stat
                .pid()).pssBytes()).sum();
    }

    /** On a busy machine a reading mostly waits, which costs nobody anything: processor time counts. */
    private void account(long tookNs, long cpuTimeNs, long beginNs) {
        pssReadings++;
        pssNs += tookNs;
        nextPssNs = beginNs + Math.min(LONGEST_GAP_NS, (long) (cpuTimeNs / PSS_SHARE));
    }

    private static ThreadMXBean threads() {
        return ManagementFactory.getThreadMXBean();
    }

    /** Returns how long reading PSS of all processes took on average, in milliseconds. */
    double meanPssMs() {
        return pssReadings == 0 ? 0 : (double) pssNs / pssReadings / TimeUnit.MILLISECONDS.toNanos(1);
    }

    private SmapsRollup rollup(long pid) {
        try {
            return SmapsRollup.parse(table.read(pid, "smaps_rollup")).orElse(new SmapsRollup(0, 0, 0));
        } catch (IOException ended) {
            return new SmapsRollup(0, 0, 0);
        }
    }

    /** The second number of statm is resident pages. */
    private long rssBytes(long pid) {
        try {
            String[] pages = table.read(pid, "statm").strip().split(" ", -1);
            return pages.length < 2 ? 0 : Long.parseLong(pages[1]) * PAGE_BYTES;
        } catch (IOException ended) {
            return 0;
        }
    }
}
