package org.graalvisor.harness.process;

import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Makes sure that processes are gone. */
final class ProcessEnd {
    private static final int ATTEMPTS = 2_000;
    private static final long PAUSE_NS = 1_000_000;

    private ProcessEnd() {}

    /**
     * Sends SIGKILL and waits up to two seconds for every process to vanish.
     *
     * @param collect called while waiting, to collect children of this process
     */
    static void killAndAwait(ProcessTable table, List<ProcessIdentity> targets, Runnable collect) {
        targets.forEach(target -> Signals.send(table, target, Signals.KILL));
        for (int attempt = 0; attempt < ATTEMPTS && targets.stream().anyMatch(table::isAlive); attempt++) {
            collect.run();
            LockSupport.parkNanos(PAUSE_NS);
        }
    }
}
