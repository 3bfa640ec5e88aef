package org.graalvisor.harness.conformance;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.graalvisor.baselines.openwhisk.ActionLanguage;
import org.graalvisor.baselines.openwhisk.ActionProxy;
import org.graalvisor.harness.platform.ServerCommand;

/**
 * The runtime as an action proxy for one language.
 *
 * @param name results are listed under
 * @param language of its actions
 * @param unavailable why it cannot run, empty when it can
 * @param server how the runtime is started, nothing when it cannot run
 */
record RuntimeProxy(String name, ActionLanguage language, Optional<String> unavailable,
        ServerCommand server) implements ActionProxy {
    @Override
    public List<String> command(Path scratch, List<String> options) {
        return Stream.of(server.command(), List.of("--protocol", "openwhisk", "--language", language.label()),
                options).flatMap(List::stream).toList();
    }
}
