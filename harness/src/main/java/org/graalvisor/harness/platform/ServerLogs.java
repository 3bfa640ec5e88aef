package org.graalvisor.harness.platform;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where a server writes its logs, and what is kept of them.
 *
 * @param stdout file for its standard output
 * @param stderr file for its standard error
 * @param keptStdout file that is kept; the same when all is kept
 * @param keptStderr file that is kept; the same when all is kept
 */
record ServerLogs(Path stdout, Path stderr, Path keptStdout, Path keptStderr) {
    private static final int KEPT_BYTES = 16 * 1024;
    private static final int SHOWN_BYTES = 2_000;

    static ServerLogs keepingAll(StartRequest request) {
        return new ServerLogs(request.stdout(), request.stderr(), request.stdout(), request.stderr());
    }

    /** Two lines for each of a million invocations would be most of what a run leaves behind. */
    static ServerLogs keepingTheirEnds(Path scratch, StartRequest request) {
        return new ServerLogs(scratch.resolve("stdout.log"), scratch.resolve("stderr.log"), request.stdout(), request
                .stderr());
    }

    /** Returns the end of standard error as part of a message. */
    String shownError() {
        try {
            return "; its standard error (" + keptStderr + ") ends with: " + new String(end(stderr, SHOWN_BYTES),
                    StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            return "; its standard error " + stderr + " cannot be read";
        }
    }

    /**
     * Keeps what has to be kept; called when the server has ended.
     *
     * @throws IOException when a log cannot be read or written
     */
    void keep() throws IOException {
        if (!stdout.equals(keptStdout)) {
            Files.write(keptStdout, end(stdout, KEPT_BYTES), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            Files.write(keptStderr, end(stderr, KEPT_BYTES), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private static byte[] end(Path log, int bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(log)) {
            channel.position(Math.max(0, channel.size() - bytes));
            return Channels.newInputStream(channel).readNBytes(bytes);
        }
    }
}
