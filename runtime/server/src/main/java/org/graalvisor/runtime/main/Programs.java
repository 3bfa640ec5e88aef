package org.graalvisor.runtime.main;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.graalvisor.isolate.LibraryLoader;
import org.graalvisor.program.ScriptLanguage;
import org.graalvisor.runtime.ProcessAccess;
import org.graalvisor.runtime.RuntimeMain;
import org.graalvisor.runtime.function.ScriptLibraries;
import org.graalvisor.runtime.probe.IsolateProbe;

/** What the executable can do, however it is compiled. */
public final class Programs {
    private static final String PROBE = "probe-isolates";

    private Programs() {}

    /**
     * Runs one of the programs.
     *
     * @param arguments the command line
     * @param loader loads functions' libraries
     * @param scripts makes script libraries of the files the command line names
     * @param access what needs the system's own functions
     * @return exit code
     */
    public static int run(String[] arguments, LibraryLoader loader,
            Function<Map<ScriptLanguage, Path>, ScriptLibraries> scripts, ProcessAccess access) {
        if (arguments.length > 0 && arguments[0].equals(PROBE)) {
            return IsolateProbe.run(Arrays.asList(arguments).subList(1, arguments.length), loader);
        }
        return RuntimeMain.run(arguments, loader, scripts, access);
    }
}
