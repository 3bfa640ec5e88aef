package org.graalvisor.workloads.catalogue.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** ffmpeg's own moving test picture. */
public final class Clip {
    /** Length, seconds. */
    public static final int SECONDS = 4;
    /** Pixels. */
    public static final int WIDTH = 1_280;
    /** Pixels. */
    public static final int HEIGHT = 720;
    /** Frames a second. */
    public static final int FRAMES_PER_SECOND = 25;

    private static final int TIMEOUT_SECONDS = 120;

    private Clip() {}

    /**
     * Writes the clip.
     *
     * @param file to be made, MPEG-4
     * @throws IOException when ffmpeg is missing, fails, or takes minutes
     */
    public static void write(Path file) throws IOException {
        String source = "testsrc2=s=" + WIDTH + "x" + HEIGHT + ":r=" + FRAMES_PER_SECOND + ":d=" + SECONDS;
        Process process = new ProcessBuilder("ffmpeg", "-nostdin", "-loglevel", "error", "-f", "lavfi", "-i", source,
                "-c:v", "mpeg4", "-q:v", "5", "-y", file.toString()).redirectErrorStream(true).start();
        try {
            // At this log level ffmpeg writes less than a pipe holds.
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("ffmpeg took more than " + TIMEOUT_SECONDS + " s to make a clip");
            }
            if (process.exitValue() != 0) {
                throw new IOException("ffmpeg ended with status " + process.exitValue() + ": " + new String(process
                        .getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while ffmpeg made a clip", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
