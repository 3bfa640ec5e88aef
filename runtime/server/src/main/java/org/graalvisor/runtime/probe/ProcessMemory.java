package org.graalvisor.runtime.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Memory of this process as /proc/self/smaps_rollup gives it, see proc(5).
 *
 * @param rssBytes resident
 * @param pssBytes resident, shared pages divided by the number of processes that share them
 * @param privateDirtyBytes written by this process and shared with none
 */
record ProcessMemory(long rssBytes, long pssBytes, long privateDirtyBytes) {

    static ProcessMemory read() {
        String text = file("/proc/self/smaps_rollup");
        return new ProcessMemory(bytes(text, "\nRss:"), bytes(text, "\nPss:"), bytes(text, "\nPrivate_Dirty:"));
    }

    /** Page faults of the calling thread that needed no disk: field 10 of /proc/thread-self/stat. */
    static long minorFaultsOfThisThread() {
        String text = file("/proc/thread-self/stat");
        // The command name, in parentheses, may hold blanks; after it field 3 follows.
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", 9);
        return Long.parseLong(fields[7]);
    }

    private static long bytes(String text, String key) {
        int start = text.indexOf(key) + key.length();
        int end = text.indexOf(" kB", start);
        return Long.parseLong(text.substring(start, end).strip()) * 1024;
    }

    private static String file(String path) {
        try {
            return new String(Files.readAllBytes(Path.of(path)), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
