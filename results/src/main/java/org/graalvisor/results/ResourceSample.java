package org.graalvisor.results;

import java.util.OptionalLong;

/**
 * Resources of a platform's whole process tree at one moment.
 *
 * @param elapsedNs since the start of the cell's load
 * @param rssBytes resident set size; shared pages count in every process
 * @param pssBytes proportional set size; shared pages counted once; empty when the kernel does not tell
 * @param privateDirtyBytes private pages that were written; empty when the kernel does not tell
 * @param cpuNs processor time used since the processes started
 * @param threads number of threads
 * @param processes number of processes
 */
public record ResourceSample(long elapsedNs, long rssBytes, OptionalLong pssBytes, OptionalLong privateDirtyBytes,
        long cpuNs,
        int threads, int processes) {}
