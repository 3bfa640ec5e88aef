package org.graalvisor.harness.calibrate;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.BitSet;
import org.graalvisor.harness.process.LibC;
import org.graalvisor.harness.process.Spawner;
import org.graalvisor.harness.process.TrivialProcess;

/** Measures {@link Calibration}, in about half a second. */
public final class Calibrator {
    private static final int ROUNDS = 11;
    private static final int CALLS = 20_000;
    private static final int PAGES = 2_048;
    private static final long PAGE_BYTES = 4_096;
    private static final int READ_WRITE = 3;
    private static final int PRIVATE_ANONYMOUS = 0x22;
    /** Huge pages would serve 512 faults at once and hide the cost of one. */
    private static final int NO_HUGE_PAGES = 15;

    private static final MethodHandle MMAP = LibC.bind("mmap", ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT,
            JAVA_INT, JAVA_LONG);
    private static final MethodHandle MUNMAP = LibC.bind("munmap", JAVA_INT, ADDRESS, JAVA_LONG);
    private static final MethodHandle MADVISE = LibC.bind("madvise", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
    private static final MethodHandle GETPPID = LibC.bind("getppid", JAVA_INT);

    private final TrivialProcess trivialProcess;

    /**
     * @param spawner starts the trivial process
     */
    public Calibrator(Spawner spawner) {
        this.trivialProcess = new TrivialProcess(spawner);
    }

    /** Measures everything; each primitive is run once before its rounds to have its code compiled. */
    public Calibration measure() {
        return new Calibration(median(Calibrator::pageFaultNs), median(Calibrator::mapAndUnmapNs),
                median(Calibrator::systemCallNs), median(this::spawnNs));
    }

    @FunctionalInterface
    private interface Round {
        double costNs() throws Throwable;
    }

    private static double median(Round round) {
        double[] costs = new double[ROUNDS];
        try {
            round.costNs();
            for (int index = 0; index < ROUNDS; index++) {
                costs[index] = round.costNs();
            }
        } catch (Throwable failure) {
            throw new IllegalStateException("calibration failed: " + failure.getMessage(), failure);
        }
        Arrays.sort(costs);
        return costs[ROUNDS / 2];
    }

    private static MemorySegment map(long bytes) throws Throwable {
        MemorySegment address = (MemorySegment) MMAP.invokeExact(MemorySegment.NULL, bytes, READ_WRITE,
                PRIVATE_ANONYMOUS, -1, 0L);
        if (address.address() == -1) {
            throw new IllegalStateException("mmap of " + bytes + " bytes failed; is memory limited?");
        }
        return address.reinterpret(bytes);
    }

    private static double pageFaultNs() throws Throwable {
        long bytes = PAGES * PAGE_BYTES;
        MemorySegment memory = map(bytes);
        int advised = (int) MADVISE.invokeExact(memory, bytes, NO_HUGE_PAGES);
        long beginNs = System.nanoTime();
        for (long offset = 0; offset < bytes; offset += PAGE_BYTES) {
            memory.set(JAVA_BYTE, offset, (byte) 1);
        }
        long endNs = System.nanoTime();
        int unmapped = (int) MUNMAP.invokeExact(memory, bytes);
        if (unmapped != 0) {
            throw new IllegalStateException("munmap failed after madvise returned " + advised);
        }
        return (double) (endNs - beginNs) / PAGES;
    }

    private static double mapAndUnmapNs() throws Throwable {
        long beginNs = System.nanoTime();
        for (int call = 0; call < CALLS; call++) {
            MemorySegment page = map(PAGE_BYTES);
            if ((int) MUNMAP.invokeExact(page, PAGE_BYTES) != 0) {
                throw new IllegalStateException("munmap failed");
            }
        }
        return (double) (System.nanoTime() - beginNs) / CALLS;
    }

    private static double systemCallNs() throws Throwable {
        long parents = 0;
        long beginNs = System.nanoTime();
        for (int call = 0; call < CALLS; call++) {
            parents += (int) GETPPID.invokeExact();
        }
        long endNs = System.nanoTime();
        if (parents < 0) {
            throw new IllegalStateException("getppid returned a negative process id");
        }
        return (double) (endNs - beginNs) / CALLS;
    }

    private double spawnNs() throws IOException {
        return trivialProcess.runNs(new BitSet());
    }
}
