package org.graalvisor.runtime.main;

import org.graalvisor.isolate.LibraryLoader;
import org.graalvisor.isolate.nativeimage.NativeLibraryLoader;
import org.graalvisor.runtime.ProcessAccess;
import org.graalvisor.runtime.function.ScriptLibraryFiles;
import org.graalvm.nativeimage.StackValue;
import org.graalvm.nativeimage.c.function.CFunction;
import org.graalvm.nativeimage.c.function.CFunction.Transition;
import org.graalvm.nativeimage.c.type.CLongPointer;

/** Main class of the native executable. */
public final class NativeMain {
    /** Seconds and nanoseconds. */
    private static final int TIMESPEC_LONGS = 2;
    private static final int CLOCK_THREAD_CPUTIME_ID = 3;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private NativeMain() {}

    /**
     * Serves, or probes isolates when the first argument says so.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        LibraryLoader loader = new NativeLibraryLoader();
        System.exit(Programs.run(arguments, loader, files -> new ScriptLibraryFiles(files, loader),
                new ProcessAccess(NativeMain::_exit, NativeMain::threadCpuNanos)));
    }

    private static long threadCpuNanos() {
        CLongPointer time = StackValue.get(TIMESPEC_LONGS, CLongPointer.class);
        return clock_gettime(CLOCK_THREAD_CPUTIME_ID, time) == 0 ? time.read(0) * NANOS_PER_SECOND + time.read(1) : 0;
    }

    /** clock_gettime(2). */
    @CFunction(transition = Transition.NO_TRANSITION)
    private static native int clock_gettime(int clock, CLongPointer time);

    /** _exit(2): unlike exit(3) it runs no destructors, which might unload code that isolates still execute. */
    @CFunction(transition = Transition.NO_TRANSITION)
    private static native void _exit(int status);
}
