package org.graalvisor.runtime.main;

import org.graalvisor.isolate.LibraryLoader;
import org.graalvisor.isolate.nativeimage.NativeLibraryLoader;
import org.graalvisor.runtime.function.ScriptLibraryFiles;
import org.graalvm.nativeimage.c.function.CFunction;
import org.graalvm.nativeimage.c.function.CFunction.Transition;

/** Main class of the native executable. */
public final class NativeMain {
    private NativeMain() {}

    /**
     * Serves, or probes isolates when the first argument says so.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        LibraryLoader loader = new NativeLibraryLoader();
        System.exit(Programs.run(arguments, loader, files -> new ScriptLibraryFiles(files, loader),
                NativeMain::_exit));
    }

    /** _exit(2): unlike exit(3) it runs no destructors, which might unload code that isolates still execute. */
    @CFunction(transition = Transition.NO_TRANSITION)
    private static native void _exit(int status);
}
