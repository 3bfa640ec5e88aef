package org.graalvisor.harness.platform;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How to start one HTTP server.
 *
 * @param command executable and arguments
 * @param environment additional environment
 */
public record ServerCommand(List<String> command, Map<String, String> environment) {

    /** Copies the collections. */
    public ServerCommand {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /**
     * Returns the same command with more arguments.
     *
     * @param arguments what follows those it has
     */
    public ServerCommand with(String... arguments) {
        return new ServerCommand(Stream.concat(command.stream(), Stream.of(arguments)).toList(), environment);
    }
}
