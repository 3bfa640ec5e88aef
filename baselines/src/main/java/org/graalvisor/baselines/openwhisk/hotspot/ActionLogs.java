package org.graalvisor.baselines.openwhisk.hotspot;

import java.io.PrintStream;

/**
 * Standard output and error of the process, which an action shares with the proxy.
 *
 * @param out standard output as it was when the process started
 * @param err standard error as it was when the process started
 */
record ActionLogs(PrintStream out, PrintStream err) {
    private static final String SENTINEL = "XXX_THE_END_OF_A_WHISK_ACTIVATION_XXX";

    /** Ends the logs of one activation. */
    void sentinels() {
        // An action may have replaced the streams, and what it wrote to its own belongs before the sentinel.
        System.out.flush();
        System.err.flush();
        out.println(SENTINEL);
        err.println(SENTINEL);
        out.flush();
        err.flush();
    }

    void error(String message) {
        err.println(message);
        err.flush();
    }

    void error(Throwable failure) {
        failure.printStackTrace(err);
        err.flush();
    }
}
