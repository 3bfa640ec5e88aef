package org.graalvisor.runtime.function;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.graalvisor.runtime.process.OwnerMark;

/**
 * Keeps functions' code as files in a directory private to this process. Files must stay while their library is loaded,
 * because an isolate maps its heap from the file again.
 */
public final class CodeStore implements AutoCloseable {
    private static final Set<PosixFilePermission> OWNER_ONLY = EnumSet.of(PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE);
    private static final Set<PosixFilePermission> OWNER_ONLY_DIRECTORY = EnumSet.of(PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE);

    private final Path parent;
    private final String suffix;
    private final AtomicLong sequence = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private Optional<Path> directory = Optional.empty();
    private boolean closed;

    /**
     * Touches nothing until the first file is needed.
     *
     * @param parent an existing directory, as /tmp
     * @param suffix tells several stores of one process apart
     */
    public CodeStore(Path parent, String suffix) {
        this.parent = parent;
        this.suffix = suffix;
    }

    /**
     * Opens a new empty file. No two files of one process share a name, since the dynamic linker takes a name for an identity.
     *
     * @throws IOException when the directory is not writable
     */
    public CodeFile create() throws IOException {
        Path path = directory().resolve(sequence.incrementAndGet() + ".so");
        FileChannel channel = FileChannel.open(path, EnumSet.of(StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        return new CodeFile(path, channel, bytes);
    }

    /** Bytes of code on disk. */
    public long bytes() {
        return bytes.get();
    }

    /**
     * Removes what runtimes left behind that were killed.
     *
     * @param proc where proc is mounted, to see which processes live
     * @return directories removed
     * @throws IOException when the parent directory cannot be read
     */
    public int removeLeftovers(Path proc) throws IOException {
        int removed = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent)) {
            for (Path entry : entries) {
                Optional<OwnerMark> owner = OwnerMark.parse(entry.getFileName().toString());
                if (owner.isPresent() && !owner.get().isAlive(proc)) {
                    remove(entry);
                    removed++;
                }
            }
        }
        return removed;
    }

    /** Removes all files. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (directory.isPresent()) {
            remove(directory.get());
            directory = Optional.empty();
        }
    }

    private synchronized Path directory() throws IOException {
        if (closed) {
            throw new IOException("The runtime is shutting down");
        }
        if (directory.isEmpty()) {
            Path path = parent.resolve(OwnerMark.ofThisProcess().name(suffix));
            directory = Optional.of(Files.createDirectory(path, PosixFilePermissions.asFileAttribute(
                    OWNER_ONLY_DIRECTORY)));
        }
        return directory.get();
    }

    private static void remove(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(directory);
    }
}
