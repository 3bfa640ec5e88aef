package org.graalvisor.hosted;

import java.lang.management.ManagementFactory;
import org.graalvisor.isolate.LibraryLoader;
import org.graalvisor.isolate.foreign.ForeignLibraryLoader;
import org.graalvisor.runtime.ProcessAccess;
import org.graalvisor.runtime.main.Programs;

/** Main class of the runtime on HotSpot ({@code --hosted}): the same code as the native one. */
public final class HostedMain {
    /**
     * System property; when true, scripts are refused where only Truffle's interpreter would run them, which is 20 times
     * slower and would spoil every comparison without a sign.
     */
    public static final String COMPILER_REQUIRED = "graalvisor.compilerRequired";

    private HostedMain() {}

    /**
     * Serves, or probes isolates when the first argument says so.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        LibraryLoader loader = new ForeignLibraryLoader();
        System.exit(Programs.run(arguments, loader, files -> new HostedScriptLibraries(files, loader),
                new ProcessAccess(Runtime.getRuntime()::halt, ManagementFactory
                        .getThreadMXBean()::getCurrentThreadCpuTime)));
    }
}
