package org.graalvisor.runtime.probe;

import java.io.PrintStream;

/**
 * Prints JSON lines of metric, unit, index and value.
 *
 * @param stream where they go
 */
record MetricOutput(PrintStream stream) {
    private static final double NS_PER_US = 1e3;
    private static final double NS_PER_MS = 1e6;

    void bytes(int index, ProcessMemory memory) {
        print("rss_bytes", "bytes", index, (double) memory.rssBytes());
        print("pss_bytes", "bytes", index, (double) memory.pssBytes());
        print("private_dirty_bytes", "bytes", index, (double) memory.privateDirtyBytes());
    }

    void us(String metric, int index, long durationNs) {
        print(metric, "us", index, durationNs / NS_PER_US);
    }

    void ms(String metric, int index, long durationNs) {
        print(metric, "ms", index, durationNs / NS_PER_MS);
    }

    void print(String metric, String unit, int index, double value) {
        stream.println("{\"metric\":\"" + metric + "\",\"unit\":\"" + unit + "\",\"index\":" + index + ",\"value\":"
                + value + "}");
    }
}
