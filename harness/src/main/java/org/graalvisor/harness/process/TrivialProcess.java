package org.graalvisor.harness.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** Times a process that does nothing, the floor of every process start. */
public final class TrivialProcess {
    private static final Path DEV_NULL = Path.of("/dev/null");

    private final Spawner spawner;

    /**
     * Creates the timer.
     *
     * @param spawner starts the process
     */
    public TrivialProcess(Spawner spawner) {
        this.spawner = spawner;
    }

    /**
     * Runs {@code true} once.
     *
     * @param cores cores it may use; empty: any
     * @return nanoseconds from just before its creation until its end was noticed, busily
     * @throws IOException when there is no such command
     */
    public long runNs(BitSet cores) throws IOException {
        Path command = List.of(Path.of("/bin/true"), Path.of("/usr/bin/true")).stream().filter(Files::isExecutable)
                .findFirst().orElseThrow(() -> new IOException("there is neither /bin/true nor /usr/bin/true"));
        try (ChildProcess process = spawner
                .start(new SpawnRequest(List.of(command.toString()), Map.of(), DEV_NULL, DEV_NULL, cores))) {
            while (process.pollExit().isEmpty()) {
                Thread.onSpinWait();
            }
            return System.nanoTime() - process.startedNs();
        }
    }
}
