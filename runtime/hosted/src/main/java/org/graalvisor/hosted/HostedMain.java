package org.graalvisor.hosted;

import org.graalvisor.isolate.LibraryLoader;
import org.graalvisor.isolate.foreign.ForeignLibraryLoader;
import org.graalvisor.runtime.main.Programs;

/** Main class of the runtime on HotSpot ({@code --hosted}): the same code as the native one. */
public final class HostedMain {
    private HostedMain() {}

    /**
     * Serves, or probes isolates when the first argument says so.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        LibraryLoader loader = new ForeignLibraryLoader();
        System.exit(Programs.run(arguments, loader, files -> new HostedScriptLibraries(files, loader), Runtime
                .getRuntime()::halt));
    }
}
