package org.graalvisor.runtime.main;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.graalvisor.isolate.LibraryLoader;
import org.graalvisor.runtime.RuntimeMain;
import org.graalvisor.runtime.probe.IsolateProbe;

/** What the executable can do. */
final class Programs {
    private static final String PROBE = "probe-isolates";

    private Programs() {}

    static int run(String[] arguments, LibraryLoader loader, IntConsumer exit) {
        if (arguments.length > 0 && arguments[0].equals(PROBE)) {
            return IsolateProbe.run(Arrays.asList(arguments).subList(1, arguments.length), loader);
        }
        return RuntimeMain.run(arguments, loader, exit);
    }
}
