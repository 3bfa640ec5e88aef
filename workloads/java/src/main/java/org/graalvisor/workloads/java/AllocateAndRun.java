package org.graalvisor.workloads.java;

import java.util.ArrayList;
import java.util.List;

/**
 * Stands for a function of a trace, of which only memory and duration are known: allocates and touches that much memory
 * and runs for that long (paper, §4.4).
 */
public final class AllocateAndRun {
    private static final int BLOCK_BYTES = 1 << 20;
    private static final int PAGE_BYTES = 4096;
    private static final long NANOS_PER_MS = 1_000_000;

    private AllocateAndRun() {}

    /**
     * Allocates and runs.
     *
     * @param argumentsJson {@code {"bytes":N,"durationMs":M,"mode":"spin"|"sleep"}}
     * @return {@code {"bytes":N,"exec_time_us":t}}
     * @throws InterruptedException when a sleeping function is interrupted
     */
    public static String main(String argumentsJson) throws InterruptedException {
        long startNs = System.nanoTime();
        JsonArguments arguments = JsonArguments.parse(argumentsJson);
        long bytes = arguments.count("bytes");
        long endNs = startNs + arguments.count("durationMs") * NANOS_PER_MS;
        String mode = arguments.text("mode");
        if (!mode.equals("spin") && !mode.equals("sleep")) {
            throw new IllegalArgumentException("the argument 'mode' has to be spin or sleep, not '" + mode + "'");
        }
        List<byte[]> blocks = allocate(bytes);
        if (mode.equals("sleep")) {
            sleepUntil(endNs);
        } else {
            spinUntil(endNs);
        }
        // Using the blocks here keeps them alive until the function ends.
        long allocated = blocks.stream().mapToLong(block -> block.length).sum();
        return "{\"bytes\":" + allocated + ",\"exec_time_us\":" + (System.nanoTime() - startNs) / 1000 + "}";
    }

    private static List<byte[]> allocate(long bytes) {
        List<byte[]> blocks = new ArrayList<>();
        for (long left = bytes; left > 0; left -= BLOCK_BYTES) {
            byte[] block = new byte[(int) Math.min(BLOCK_BYTES, left)];
            for (int offset = 0; offset < block.length; offset += PAGE_BYTES) {
                block[offset] = 1;
            }
            blocks.add(block);
        }
        return blocks;
    }

    private static void sleepUntil(long endNs) throws InterruptedException {
        long remainingNs = endNs - System.nanoTime();
        if (remainingNs > 0) {
            Thread.sleep(remainingNs / NANOS_PER_MS, (int) (remainingNs % NANOS_PER_MS));
        }
    }

    private static void spinUntil(long endNs) {
        while (System.nanoTime() - endNs < 0) {
            Thread.onSpinWait();
        }
    }
}
