package org.graalvisor.toolchain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A directory that is made once, whole or not at all: it is filled under another name and renamed when complete, under
 * a file lock that keeps other processes waiting. What an interrupted build left is removed by the next one.
 */
final class BuildDirectory {
    private final Path parent;
    private final String name;

    /** Fills a directory. */
    interface Filler {
        void fill(Path directory) throws IOException;
    }

    BuildDirectory(Path parent, String name) {
        this.parent = parent;
        this.name = name;
    }

    boolean isComplete() {
        return Files.isDirectory(path());
    }

    /**
     * Makes the directory unless it is complete.
     *
     * @param filler called unless the directory is complete already
     * @return the complete directory
     */
    Path complete(Filler filler) {
        if (!isComplete()) {
            exclusively(() -> fillUnlessComplete(filler));
        }
        return path();
    }

    private void fillUnlessComplete(Filler filler) {
        if (isComplete()) {
            return;
        }
        Path partial = parent.resolve(name + ".partial");
        try {
            delete(partial);
            Files.createDirectories(partial);
            filler.fill(partial);
            Files.move(partial, path(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + path()
                    + "; is the disk full, or GRAALVISOR_CACHE not writable?", e);
        }
    }

    Path path() {
        return parent.resolve(name);
    }

    /** Runs something while no other process does so under the same name. */
    void exclusively(Runnable action) {
        try {
            Files.createDirectories(parent);
            try (FileChannel channel = FileChannel.open(parent.resolve(name + ".lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE); FileLock held = channel.lock()) {
                if (held.isValid()) {
                    action.run();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + path() + "; is GRAALVISOR_CACHE writable?", e);
        }
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
