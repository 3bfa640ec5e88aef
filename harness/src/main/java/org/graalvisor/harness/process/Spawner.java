package org.graalvisor.harness.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Starts processes, each recorded in the ledger of the run before it can be lost. Every child carries a random token in
 * its environment, so that descendants are found even after their parents ended.
 */
public final class Spawner {
    /** Environment variable that holds the token. */
    public static final String TOKEN_VARIABLE = "GRAALVISOR_PROCESS_TOKEN";

    private static final Path CONTROL_GROUPS = Path.of("/sys/fs/cgroup");
    private static final Path OWN_GROUPS = Path.of("/proc/self/cgroup");

    private final ProcessLedger ledger;
    private final ProcessTable table;

    /**
     * @param ledger where every start is recorded
     * @param table processes of this machine
     */
    public Spawner(ProcessLedger ledger, ProcessTable table) {
        this.ledger = ledger;
        this.table = table;
    }

    /**
     * Makes a temporary directory. It is recorded before it exists.
     *
     * @throws IOException when the temporary directory of this machine cannot be written to
     */
    public ScratchDirectory scratchDirectory() throws IOException {
        Path path = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath().resolve(ScratchDirectory.PREFIX
                + UUID.randomUUID());
        ledger.directory(path);
        return new ScratchDirectory(Files.createDirectory(path), ledger);
    }

    /**
     * Makes a limit of processor time that processes can be put under.
     *
     * @param cpuMillis thousandths of a core for all of them together
     * @throws IOException when this user may not limit processor time here
     */
    public CpuQuota cpuQuota(int cpuMillis) throws IOException {
        return CpuQuota.create(CONTROL_GROUPS, OWN_GROUPS, ledger, cpuMillis);
    }

    /**
     * Starts a process.
     *
     * @param request what to start
     * @throws IOException when it cannot be started
     */
    public ChildProcess start(SpawnRequest request) throws IOException {
        String token = UUID.randomUUID().toString();
        Map<String, String> environment = new HashMap<>(request.environment());
        environment.put(TOKEN_VARIABLE, token);
        ledger.starting(token);
        long startedNs = System.nanoTime();
        long pid = PosixSpawn.spawn(new SpawnRequest(request.command(), environment, request.stdout(),
                request.stderr(), request.cores()));
        ProcessIdentity identity = table.find(pid).map(ProcessStat::identity)
                .orElseThrow(() -> new IOException("process " + pid + " vanished while starting " + request.command()));
        ledger.started(token, identity);
        return new ChildProcess(identity, token, startedNs, table, ledger);
    }
}
