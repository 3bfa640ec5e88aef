package org.graalvisor.script;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.graalvm.polyglot.io.FileSystem;

/** The function's own files below {@value #ROOT}, and what its registration lets it read. Nothing can be written. */
final class FunctionFileSystem implements FileSystem {
    /** Where a function finds the files of its archive. */
    static final String ROOT = "/function";

    private final Map<Path, byte[]> files = new TreeMap<>();
    private final Set<Path> directories = new LinkedHashSet<>();
    private final List<Path> readable;

    /**
     * @param program the function's files
     * @param readable absolute paths that may be read, with all below them
     */
    FunctionFileSystem(ProgramFiles program, List<Path> readable) {
        program.files().forEach((name, bytes) -> {
            Path path = Path.of(ROOT).resolve(name).normalize();
            if (path.startsWith(ROOT)) {
                files.put(path, bytes);
                for (Path parent = path.getParent(); parent.startsWith(ROOT); parent = parent.getParent()) {
                    directories.add(parent);
                }
            }
        });
        this.readable = List.copyOf(readable);
    }

    @Override
    public Path parsePath(URI uri) {
        return Path.of(uri);
    }

    @Override
    public Path parsePath(String path) {
        return Path.of(path);
    }

    @Override
    public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options) throws IOException {
        Path absolute = toAbsolutePath(path);
        if (modes.contains(AccessMode.WRITE) || modes.contains(AccessMode.EXECUTE)) {
            throw denied(path);
        }
        if (!files.containsKey(absolute) && !directories.contains(absolute)) {
            Files.readAttributes(granted(absolute), "isDirectory", options);
        }
    }

    @Override
    public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options,
            FileAttribute<?>... attributes) throws IOException {
        if (!options.isEmpty() && !options.equals(Set.of(StandardOpenOption.READ))) {
            throw denied(path);
        }
        Path absolute = toAbsolutePath(path);
        byte[] bytes = files.get(absolute);
        return bytes == null ? Files.newByteChannel(granted(absolute)) : new ByteArrayChannel(bytes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path directory, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        Path absolute = toAbsolutePath(directory);
        if (!directories.contains(absolute)) {
            return FileSystem.newDefaultFileSystem().newDirectoryStream(granted(absolute), filter);
        }
        Set<Path> children = new LinkedHashSet<>();
        files.keySet().stream().filter(path -> path.getParent().equals(absolute)).forEach(children::add);
        directories.stream().filter(path -> absolute.equals(path.getParent())).forEach(children::add);
        return new PathStream(children, filter);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        Path absolute = toAbsolutePath(path);
        byte[] bytes = files.get(absolute);
        if (bytes == null && !directories.contains(absolute)) {
            return Files.readAttributes(granted(absolute), attributes, options);
        }
        return MemoryAttributes.of(attributes, Optional.ofNullable(bytes).map(content -> (long) content.length));
    }

    @Override
    public Path toAbsolutePath(Path path) {
        return Path.of(ROOT).resolve(path).normalize();
    }

    @Override
    public Path toRealPath(Path path, LinkOption... options) throws IOException {
        Path absolute = toAbsolutePath(path);
        return files.containsKey(absolute) || directories.contains(absolute) ? absolute : granted(absolute);
    }

    @Override
    public void createDirectory(Path directory, FileAttribute<?>... attributes) throws IOException {
        throw denied(directory);
    }

    @Override
    public void delete(Path path) throws IOException {
        throw denied(path);
    }

    /** The real file behind a path, so that a link inside a granted directory cannot lead out of it. */
    private Path granted(Path absolute) throws IOException {
        if (readable.stream().noneMatch(absolute::startsWith)) {
            throw absolute.startsWith(ROOT) ? new NoSuchFileException(absolute.toString()) : denied(absolute);
        }
        Path real = absolute.toRealPath();
        for (Path directory : readable) {
            if (real.startsWith(directory.toRealPath())) {
                return real;
            }
        }
        throw denied(absolute);
    }

    private static AccessDeniedException denied(Path path) {
        return new AccessDeniedException(path.toString(), null,
                "not granted to this function; register it with allow=read:/path to let it read, nothing lets it write");
    }

    @Override
    public String toString() {
        return "files of a function and " + Arrays.toString(readable.toArray());
    }
}
