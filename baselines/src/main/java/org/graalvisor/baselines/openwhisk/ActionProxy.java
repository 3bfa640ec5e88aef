package org.graalvisor.baselines.openwhisk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One of the action proxies, as something that can be started. All take the options of the command line documented there. */
public interface ActionProxy {

    /** The name used in experiments and results, such as openwhisk-java. */
    String name();

    /** What its actions are written in. */
    ActionLanguage language();

    /** Why this machine cannot run it and what to do about that, empty when it can. */
    Optional<String> unavailable();

    /**
     * Prepares a start.
     *
     * @param scratch directory for the proxy's program and temporary files, which must outlive the process
     * @param options options of the proxy, such as {@code --port 8080}
     * @return executable and arguments
     * @throws IOException when the program cannot be written
     */
    List<String> command(Path scratch, List<String> options) throws IOException;
}
