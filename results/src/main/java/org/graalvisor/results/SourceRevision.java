package org.graalvisor.results;

/**
 * The code that produced a run.
 *
 * @param commit full git commit id, or {@code unavailable: reason}
 * @param dirty whether the working tree differed from that commit
 */
public record SourceRevision(String commit, boolean dirty) {}
