package org.graalvisor.harness.sampler;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Memory of one process, from /proc/PID/smaps_rollup.
 *
 * @param rssBytes resident memory, shared pages counted in full
 * @param pssBytes resident memory, shared pages divided by the number of processes that map them
 * @param privateDirtyBytes pages written to and mapped by this process alone
 */
public record SmapsRollup(long rssBytes, long pssBytes, long privateDirtyBytes) {
    private static final long BYTES_PER_KB = 1024;

    /**
     * Reads the text of the file.
     *
     * @param text content of /proc/PID/smaps_rollup
     * @return nothing when one of the three lines is missing, as for kernel threads
     */
    public static Optional<SmapsRollup> parse(String text) {
        OptionalLong rss = kilobytes(text, "Rss:");
        OptionalLong pss = kilobytes(text, "Pss:");
        OptionalLong privateDirty = kilobytes(text, "Private_Dirty:");
        if (rss.isEmpty() || pss.isEmpty() || privateDirty.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SmapsRollup(rss.getAsLong() * BYTES_PER_KB, pss.getAsLong() * BYTES_PER_KB,
                privateDirty.getAsLong() * BYTES_PER_KB));
    }

    private static OptionalLong kilobytes(String text, String label) {
        return text.lines().filter(line -> line.startsWith(label)).map(line -> line.substring(label.length()).strip())
                .filter(value -> value.endsWith(" kB")).map(value -> value.substring(0, value.length() - 3).strip())
                .filter(value -> value.matches("[0-9]{1,15}")).mapToLong(Long::parseLong).findFirst();
    }

    /** Returns the sums of both. */
    public SmapsRollup plus(SmapsRollup other) {
        return new SmapsRollup(rssBytes + other.rssBytes, pssBytes + other.pssBytes,
                privateDirtyBytes + other.privateDirtyBytes);
    }
}
