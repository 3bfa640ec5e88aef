package org.graalvisor.harness.process;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * A process to start.
 *
 * @param command absolute path of the executable, then its arguments
 * @param environment entries added to the environment of this process
 * @param stdout file that standard output is appended to
 * @param stderr file that standard error is appended to
 * @param cores cores the process may use; empty: those of the calling thread
 */
public record SpawnRequest(List<String> command, Map<String, String> environment, Path stdout, Path stderr,
        BitSet cores) {

    /** Copies the collections. */
    public SpawnRequest {
        if (command.isEmpty() || !Path.of(command.getFirst()).isAbsolute()) {
            throw new IllegalArgumentException("a command must start with an absolute path, got " + command);
        }
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        cores = (BitSet) cores.clone();
    }

    @Override
    public BitSet cores() {
        return (BitSet) cores.clone();
    }
}
