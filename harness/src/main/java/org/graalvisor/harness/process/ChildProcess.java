package org.graalvisor.harness.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** A process this one started, with everything it started in turn. Closing it ends the whole tree. */
public final class ChildProcess implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final long POLL_NS = 500_000;

    private final ProcessIdentity identity;
    private final String token;
    private final long startedNs;
    private final ProcessTable table;
    private final ProcessLedger ledger;
    private OptionalInt exitCode = OptionalInt.empty();
    private boolean closed;

    ChildProcess(ProcessIdentity identity, String token, long startedNs, ProcessTable table, ProcessLedger ledger) {
        this.identity = identity;
        this.token = token;
        this.startedNs = startedNs;
        this.table = table;
        this.ledger = ledger;
    }

    /** Returns who this is. */
    public ProcessIdentity identity() {
        return identity;
    }

    /** Returns the {@link System#nanoTime} just before the process was created. */
    public long startedNs() {
        return startedNs;
    }

    /** Returns this process and its living descendants. */
    public List<ProcessIdentity> tree() {
        return table.tree(identity.pid()).stream().map(ProcessStat::identity).toList();
    }

    /**
     * Looks whether the process has ended.
     *
     * @return its exit code, 128 + signal number when a signal ended it, nothing while it runs
     */
    public synchronized OptionalInt pollExit() {
        if (exitCode.isEmpty()) {
            int status = PosixSpawn.poll(identity.pid());
            if (status >= 0) {
                int signal = status & 0x7f;
                exitCode = OptionalInt.of(signal == 0 ? (status >> 8) & 0xff : 128 + signal);
            }
        }
        return exitCode;
    }

    /**
     * Waits for the end of the process.
     *
     * @param timeout longest wait
     * @return the exit code, or nothing when it still runs
     */
    public OptionalInt waitFor(Duration timeout) {
        long deadlineNs = System.nanoTime() + timeout.toNanos();
        OptionalInt code = pollExit();
        while (code.isEmpty() && System.nanoTime() < deadlineNs) {
            LockSupport.parkNanos(POLL_NS);
            code = pollExit();
        }
        return code;
    }

    /** Ends the tree: SIGTERM to the root, ten seconds of grace, then SIGKILL to whatever is left of it. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        Set<ProcessIdentity> members = new LinkedHashSet<>(tree());
        Signals.send(table, identity, Signals.TERMINATE);
        waitFor(GRACE);
        members.addAll(descendantsByToken());
        ProcessEnd.killAndAwait(table, new ArrayList<>(members), this::pollExit);
        waitFor(GRACE);
        ledger.ended(token);
        closed = true;
    }

    private List<ProcessIdentity> descendantsByToken() {
        return table.withEnvironment(Spawner.TOKEN_VARIABLE, token).stream().map(ProcessStat::identity).toList();
    }
}
