package org.graalvisor.runtime.openwhisk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Standard output and error of the runtime, which are the action's logs. Each line is one write, hence flushed. */
public final class ActionLogs {
    /** What tells OpenWhisk that an activation's logs are complete. */
    static final byte[] SENTINEL = "XXX_THE_END_OF_A_WHISK_ACTIVATION_XXX\n".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream standardOutput;
    private final OutputStream standardError;

    /**
     * @param standardOutput unbuffered
     * @param standardError unbuffered
     */
    public ActionLogs(OutputStream standardOutput, OutputStream standardError) {
        this.standardOutput = standardOutput;
        this.standardError = standardError;
    }

    /** Logs a message to standard error. */
    void error(String message) {
        write(standardError, (message.stripTrailing() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Ends an activation's logs on both streams. */
    void sentinels() {
        write(standardOutput, SENTINEL);
        write(standardError, SENTINEL);
    }

    private static synchronized void write(OutputStream stream, byte[] bytes) {
        try {
            stream.write(bytes);
            stream.flush();
        } catch (IOException e) {
            // Nobody reads the logs any more; that must not fail the activation.
            return;
        }
    }
}
