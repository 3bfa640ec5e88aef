package org.graalvisor.harness.process;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts processes with posix_spawn directly. {@link ProcessBuilder} goes through a helper executable, which costs about
 * a millisecond, as much as the cold starts this rig measures.
 *
 * <p>
 * The child leads a process group of its own, so that a Ctrl-C on the terminal reaches the rig alone, which then stops
 * the child in order. Descriptors above standard error are closed in the child.
 */
final class PosixSpawn {
    /** Sizes of glibc's opaque structures are 80 and 336 bytes on x86-64 and AArch64; more is harmless. */
    private static final int OPAQUE_BYTES = 512;
    private static final int OPEN_APPEND_CREATE = 02001 | 0100;
    private static final int OPEN_READ_ONLY = 0;
    private static final int FILE_MODE = 0644;
    /** POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK. */
    private static final short FLAGS = 0x02 | 0x08;

    private static final MethodHandle SPAWN = LibC.bind("posix_spawn", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS,
            ADDRESS, ADDRESS);
    private static final MethodHandle ACTIONS_INIT = LibC.bind("posix_spawn_file_actions_init", JAVA_INT, ADDRESS);
    private static final MethodHandle ACTIONS_DESTROY = LibC.bind("posix_spawn_file_actions_destroy", JAVA_INT,
            ADDRESS);
    private static final MethodHandle ADD_OPEN = LibC.bind("posix_spawn_file_actions_addopen", JAVA_INT, ADDRESS,
            JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
    private static final MethodHandle ADD_CLOSE_FROM = LibC.bind("posix_spawn_file_actions_addclosefrom_np", JAVA_INT,
            ADDRESS, JAVA_INT);
    private static final MethodHandle ATTRIBUTES_INIT = LibC.bind("posix_spawnattr_init", JAVA_INT, ADDRESS);
    private static final MethodHandle ATTRIBUTES_DESTROY = LibC.bind("posix_spawnattr_destroy", JAVA_INT, ADDRESS);
    private static final MethodHandle SET_FLAGS = LibC.bind("posix_spawnattr_setflags", JAVA_INT, ADDRESS, JAVA_SHORT);
    private static final MethodHandle WAIT = LibC.bind("waitpid", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);

    private PosixSpawn() {}

    /**
     * Starts a process.
     *
     * @return its process id
     * @throws IOException when the executable or an output file cannot be opened
     */
    static long spawn(SpawnRequest request) throws IOException {
        BitSet before = CpuAffinity.ofCurrentThread();
        boolean pinned = !request.cores().isEmpty();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment actions = arena.allocate(OPAQUE_BYTES, 16);
            MemorySegment attributes = arena.allocate(OPAQUE_BYTES, 16);
            MemorySegment pid = arena.allocate(JAVA_INT);
            check("posix_spawn_file_actions_init", (int) ACTIONS_INIT.invokeExact(actions), request);
            check("posix_spawnattr_init", (int) ATTRIBUTES_INIT.invokeExact(attributes), request);
            try {
                redirect(arena, actions, request);
                check("posix_spawnattr_setflags", (int) SET_FLAGS.invokeExact(attributes, FLAGS), request);
                MemorySegment path = arena.allocateFrom(request.command().getFirst());
                MemorySegment arguments = strings(arena, request.command());
                MemorySegment environment = strings(arena, environment(request.environment()));
                if (pinned) {
                    CpuAffinity.pinCurrentThread(request.cores());
                }
                check("posix_spawn", (int) SPAWN.invokeExact(pid, path, actions, attributes, arguments, environment),
                        request);
                return pid.get(JAVA_INT, 0);
            } finally {
                int ignored = (int) ACTIONS_DESTROY.invokeExact(actions)
                        + (int) ATTRIBUTES_DESTROY.invokeExact(attributes);
                if (pinned) {
                    CpuAffinity.pinCurrentThread(before);
                }
            }
        } catch (IOException | RuntimeException failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw LibC.brokenBinding("posix_spawn", impossible);
        }
    }

    private static void redirect(Arena arena, MemorySegment actions, SpawnRequest request) throws Throwable {
        open(arena, actions, 0, Path.of("/dev/null"), OPEN_READ_ONLY, request);
        open(arena, actions, 1, request.stdout(), OPEN_APPEND_CREATE, request);
        open(arena, actions, 2, request.stderr(), OPEN_APPEND_CREATE, request);
        check("posix_spawn_file_actions_addclosefrom_np", (int) ADD_CLOSE_FROM.invokeExact(actions, 3), request);
    }

    private static void open(Arena arena, MemorySegment actions, int descriptor, Path file, int flags,
            SpawnRequest request) throws Throwable {
        MemorySegment path = arena.allocateFrom(file.toAbsolutePath().toString());
        check("posix_spawn_file_actions_addopen",
                (int) ADD_OPEN.invokeExact(actions, descriptor, path, flags, FILE_MODE), request);
    }

    private static void check(String function, int errorNumber, SpawnRequest request) throws IOException {
        if (errorNumber != 0) {
            throw new IOException("cannot start " + request.command() + ": " + function + " failed with error number "
                    + errorNumber + (errorNumber == 2 ? " (no such file)" : "")
                    + (errorNumber == 13 ? " (permission denied)" : ""));
        }
    }

    private static List<String> environment(Map<String, String> additions) {
        Map<String, String> merged = new HashMap<>(System.getenv());
        merged.putAll(additions);
        return merged.entrySet().stream().map(entry -> entry.getKey() + '=' + entry.getValue()).sorted().toList();
    }

    private static MemorySegment strings(Arena arena, List<String> values) {
        MemorySegment array = arena.allocate(ADDRESS, values.size() + 1L);
        for (int index = 0; index < values.size(); index++) {
            array.setAtIndex(ADDRESS, index, arena.allocateFrom(values.get(index)));
        }
        array.setAtIndex(ADDRESS, values.size(), MemorySegment.NULL);
        return array;
    }

    /**
     * Asks, without waiting, whether a child has ended, and collects it if so.
     *
     * @return the raw wait status, or -1 while the child runs
     */
    static int poll(long pid) {
        final int noHang = 1;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment status = arena.allocate(JAVA_INT);
            int ended = (int) WAIT.invokeExact((int) pid, status, noHang);
            if (ended < 0) {
                throw new IllegalStateException("process " + pid + " is no child of this process or was collected");
            }
            return ended == 0 ? -1 : status.get(JAVA_INT, 0);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw LibC.brokenBinding("waitpid", impossible);
        }
    }
}
