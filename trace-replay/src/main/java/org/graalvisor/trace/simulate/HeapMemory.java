package org.graalvisor.trace.simulate;

import java.util.Arrays;

/** One heap for each instance, which grows and never shrinks, as that of a JVM. */
final class HeapMemory implements ResidentMemory {
    private static final int FIRST_CAPACITY = 1 << 10;
    // Offsets within the memory of an instance: what invocations use, and what is resident.
    private static final int USED = 0;
    private static final int HELD = 1;
    private static final int WIDTH = 2;

    private final double reuseFactor;
    private long[] memory = new long[FIRST_CAPACITY * WIDTH];
    private long residentBytes;

    HeapMemory(double reuseFactor) {
        this.reuseFactor = reuseFactor;
    }

    @Override
    public void started(int instance) {
        if ((instance + 1) * WIDTH > memory.length) {
            memory = Arrays.copyOf(memory, Math.max((instance + 1) * WIDTH, memory.length * 2));
        }
        Arrays.fill(memory, instance * WIDTH, (instance + 1) * WIDTH, 0);
    }

    @Override
    public void begins(int instance, int slot, int function, long bytes, long nowUs) {
        int at = instance * WIDTH;
        long used = memory[at + USED] + bytes;
        long held = memory[at + HELD];
        memory[at + USED] = used;
        long needed = held == 0 ? used : (long) (used * reuseFactor);
        if (needed > held) {
            memory[at + HELD] = needed;
            residentBytes += needed - held;
        }
    }

    @Override
    public void ends(int instance, int slot, long bytes, long nowUs) {
        memory[instance * WIDTH + USED] -= bytes;
    }

    @Override
    public void stopped(int instance) {
        residentBytes -= memory[instance * WIDTH + HELD];
    }

    @Override
    public long bytes(long nowUs) {
        return residentBytes;
    }
}
