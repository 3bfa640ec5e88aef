package org.graalvisor.harness.process;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.invoke.MethodHandle;

/** Sends signals to processes named by identity, never to one that merely reused a process id. */
final class Signals {
    static final int TERMINATE = 15;
    static final int KILL = 9;
    private static final MethodHandle KILL_FUNCTION = LibC.bind("kill", JAVA_INT, JAVA_INT, JAVA_INT);

    private Signals() {}

    /** Sends a signal if the process still lives. */
    static void send(ProcessTable table, ProcessIdentity target, int signal) {
        if (target.pid() <= 1 || !table.isAlive(target)) {
            return;
        }
        try {
            // A failure means that the process has just ended, which is what the caller wants.
            int ignored = (int) KILL_FUNCTION.invokeExact((int) target.pid(), signal);
        } catch (Throwable impossible) {
            throw LibC.brokenBinding("kill", impossible);
        }
    }
}
