package org.graalvisor.toolchain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** Builds native images, or takes them from the cache. */
public final class NativeToolchain {
    private static final int LINES_SHOWN_ON_FAILURE = 40;

    private final ImageBuilder builder;
    private final ImageCache cache;
    private final BuildListener listener;

    /**
     * @param builder found by {@link Builders}
     * @param cache where images are kept
     * @param listener hears of progress
     */
    public NativeToolchain(ImageBuilder builder, ImageCache cache, BuildListener listener) {
        this.builder = builder;
        this.cache = cache;
        this.listener = listener;
    }

    /** For people: what images are built with. */
    public String description() {
        return builder.description();
    }

    /** Whether {@link #build} would return at once. */
    public boolean isCached(ImageRequest request) {
        return cache.directory(builder, request).isComplete();
    }

    /** Where {@link #build} puts an image, whether it is there yet or not. */
    public Path location(ImageRequest request) {
        return cache.directory(builder, request).path().resolve(request.fileName());
    }

    /**
     * Builds an image unless the cache has it. Only one build runs at a time on a machine: a second one, of whatever
     * process, waits, since each wants gigabytes and all cores.
     *
     * @param request what to build
     * @return the image's file in the cache
     * @throws ToolchainException when the builder fails; its message holds the end of what the builder printed
     */
    public Path build(ImageRequest request) {
        BuildDirectory directory = cache.directory(builder, request);
        if (!directory.isComplete()) {
            new BuildDirectory(cache.root(), "one-build-at-a-time").exclusively(() -> directory.complete(output -> run(
                    request, output)));
        }
        return location(request);
    }

    private void run(ImageRequest request, Path output) throws IOException {
        long startNs = System.nanoTime();
        Path work = Files.createDirectories(output.resolve("work"));
        ProcessBuilder command = new ProcessBuilder(builder.command(request, output, work)).directory(output.toFile())
                .redirectErrorStream(true);
        command.environment().putAll(builder.environment());
        listener.started(request.fileName());
        Process process = command.start();
        Thread killer = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(killer);
        Deque<String> tail = new ArrayDeque<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(process.getInputStream(),
                StandardCharsets.UTF_8));
                var log = Files.newBufferedWriter(output.resolve("build.log"))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                log.write(line);
                log.newLine();
                tail.add(line);
                if (tail.size() > LINES_SHOWN_ON_FAILURE) {
                    tail.remove();
                }
                listener.progressed(request.fileName(), line);
            }
            requireSuccess(request, process.waitFor(), output, tail);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToolchainException("interrupted while " + request.fileName() + " was built", e);
        } finally {
            process.destroy();
            removeHook(killer);
        }
        BuildDirectory.delete(work);
        double seconds = (System.nanoTime() - startNs) / (double) TimeUnit.SECONDS.toNanos(1);
        listener.finished(request.fileName(), seconds, Files.size(output.resolve(request.fileName())));
    }

    private static void requireSuccess(ImageRequest request, int status, Path output, Deque<String> tail) {
        if (status != 0 || !Files.isRegularFile(output.resolve(request.fileName()))) {
            throw new ToolchainException("the Native Image builder ended with status " + status + " without making "
                    + request.fileName() + "; its last lines (all in " + output.resolve("build.log") + "):\n"
                    + String.join("\n", tail));
        }
    }

    private static void removeHook(Thread killer) {
        try {
            Runtime.getRuntime().removeShutdownHook(killer);
        } catch (IllegalStateException e) {
            // The process is going down already, and the hook has done its work.
            killer.interrupt();
        }
    }
}
