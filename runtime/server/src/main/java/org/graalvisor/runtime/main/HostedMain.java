package org.graalvisor.runtime.main;

import org.graalvisor.isolate.foreign.ForeignLibraryLoader;

/** Main class of the runtime on HotSpot ({@code --hosted}): the same code, with function libraries called through java.lang.foreign. */
public final class HostedMain {
    private HostedMain() {}

    /**
     * Serves, or probes isolates when the first argument says so.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        System.exit(Programs.run(arguments, new ForeignLibraryLoader(), Runtime.getRuntime()::halt));
    }
}
