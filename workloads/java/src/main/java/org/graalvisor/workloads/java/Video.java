package org.graalvisor.workloads.java;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Rescales a video clip with the program ffmpeg and stores the MP4 (Table 1, from the Photons benchmarks). */
public final class Video {
    private static final int TIMEOUT_SECONDS = 120;

    private Video() {}

    /**
     * Rescales a clip.
     *
     * @param argumentsJson {@code {"clip":"/path","seconds":n,"width":w,"height":h,"output":"http://…"}}, sides in pixels
     * @return {@code {"bytes":n,"sha256":"…","exec_time_us":t}}, the answer to the upload and a time
     * @throws IOException when ffmpeg is missing or fails, or the result cannot be stored
     * @throws InterruptedException when interrupted while ffmpeg runs
     */
    public static String main(String argumentsJson) throws IOException, InterruptedException {
        long startNs = System.nanoTime();
        JsonArguments arguments = JsonArguments.parse(argumentsJson);
        Path directory = Files.createTempDirectory("video");
        Path scaled = directory.resolve("scaled.mp4");
        Path messages = directory.resolve("messages");
        try {
            run(command(arguments, scaled), messages);
            JsonArguments stored = Http.store(arguments.text("output"), Files.readAllBytes(scaled));
            return "{\"bytes\":" + stored.count("bytes") + ",\"sha256\":\"" + stored.text("sha256")
                    + "\",\"exec_time_us\":" + (System.nanoTime() - startNs) / 1000 + "}";
        } finally {
            Files.deleteIfExists(scaled);
            Files.deleteIfExists(messages);
            Files.delete(directory);
        }
    }

    /**
     * One thread and no time stamps, so that any two runs write the same bytes. Where the proportions change, ffmpeg would keep the
     * look of the picture by pixels that are not square.
     */
    private static List<String> command(JsonArguments arguments, Path scaled) {
        return List.of("ffmpeg", "-nostdin", "-loglevel", "error", "-threads", "1", "-t", Long.toString(arguments
                .count("seconds")), "-i", arguments.text("clip"), "-vf", "scale=" + arguments.count("width") + ":"
                        + arguments.count("height") + ",setsar=1", "-c:v", "mpeg4", "-q:v", "5", "-threads", "1",
                "-fflags",
                "+bitexact", "-flags", "+bitexact", "-y", scaled.toString());
    }

    private static void run(List<String> command, Path messages) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(messages.toFile())
                .start();
        try {
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("ffmpeg took more than " + TIMEOUT_SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw new IOException("ffmpeg ended with status " + process.exitValue() + ": " + Files.readString(
                        messages, StandardCharsets.UTF_8).strip());
            }
        } finally {
            process.destroyForcibly();
        }
    }
}
