package org.graalvisor.runtime.main;

import org.graalvisor.isolate.nativeimage.NativeLibraryLoader;

/** Main class of the native executable. */
public final class NativeMain {
    private NativeMain() {}

    /**
     * Serves, or probes isolates when the first argument says so.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        System.exit(Programs.run(arguments, new NativeLibraryLoader()));
    }
}
