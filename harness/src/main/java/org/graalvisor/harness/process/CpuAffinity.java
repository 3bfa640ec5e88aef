package org.graalvisor.harness.process;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;

/**
 * Which cores threads may run on. Children inherit the affinity of the thread that starts them, so a server is pinned
 * without a detour through taskset, whose own start-up would be measured.
 */
public final class CpuAffinity {
    private static final int MASK_BYTES = 128;
    private static final MethodHandle SET = LibC.bind("sched_setaffinity", JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS);
    private static final MethodHandle GET = LibC.bind("sched_getaffinity", JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS);

    private CpuAffinity() {}

    /** Returns the cores the calling thread may run on. */
    public static BitSet ofCurrentThread() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment mask = arena.allocate(MASK_BYTES, Long.BYTES);
            if ((int) GET.invokeExact(0, (long) MASK_BYTES, mask) < 0) {
                throw new IllegalStateException("sched_getaffinity failed for the calling thread");
            }
            return BitSet.valueOf(mask.toArray(JAVA_LONG));
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw LibC.brokenBinding("sched_getaffinity", impossible);
        }
    }

    /**
     * Restricts the calling thread.
     *
     * @param cores at least one core this process may use
     * @throws IllegalArgumentException when the kernel refuses the set
     */
    public static void pinCurrentThread(BitSet cores) {
        if (!pin(0, cores)) {
            throw new IllegalArgumentException("cannot pin a thread to cores " + cores + "; this process may use "
                    + ofCurrentThread());
        }
    }

    /**
     * Restricts every thread of this process, those of the virtual machine included; later threads inherit it. A thread
     * that ends meanwhile is skipped.
     */
    public static void pinThisProcess(BitSet cores) {
        pinCurrentThread(cores);
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (Path thread : threads) {
                pin(Integer.parseInt(thread.getFileName().toString()), cores);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list the threads of this process in /proc/self/task", unreadable);
        }
    }

    private static boolean pin(int threadId, BitSet cores) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment mask = arena.allocate(MASK_BYTES, Long.BYTES);
            byte[] bits = cores.toByteArray();
            MemorySegment.copy(bits, 0, mask, JAVA_BYTE, 0, bits.length);
            return (int) SET.invokeExact(threadId, (long) MASK_BYTES, mask) == 0;
        } catch (Throwable impossible) {
            throw LibC.brokenBinding("sched_setaffinity", impossible);
        }
    }
}
