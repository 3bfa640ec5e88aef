package org.graalvisor.baselines.scratch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A temporary directory that is removed with everything in it. Its name holds the process's id, so that what a killed
 * process left behind is found by the next one.
 *
 * @param path where it is
 */
public record ScratchDirectory(Path path) implements AutoCloseable {

    /**
     * Makes a new one in java.io.tmpdir.
     *
     * @param prefix start of its name
     * @throws IOException when the temporary directory is not writable
     */
    public static ScratchDirectory create(String prefix) throws IOException {
        return new ScratchDirectory(Files.createTempDirectory(prefix + ProcessHandle.current().pid() + "-"));
    }

    /**
     * Removes its siblings of the same prefix whose processes are gone. Slow; meant for when nobody waits.
     *
     * @param prefix the prefix they were made with
     * @throws IOException when the temporary directory cannot be read
     */
    public void removeLeftovers(String prefix) throws IOException {
        Pattern owned = Pattern.compile(Pattern.quote(prefix) + "([0-9]{1,9})-[^-]+");
        List<Path> candidates;
        try (Stream<Path> listed = Files.list(path.getParent())) {
            candidates = listed.toList();
        }
        for (Path candidate : candidates) {
            Matcher name = owned.matcher(candidate.getFileName().toString());
            if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                removeQuietly(candidate);
            }
        }
    }

    private static void removeQuietly(Path leftover) {
        try {
            new ScratchDirectory(leftover).close();
        } catch (IOException | UncheckedIOException e) {
            // Another user's, or another process is removing it as well.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> found = Files.walk(path)) {
            deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
    }
}
