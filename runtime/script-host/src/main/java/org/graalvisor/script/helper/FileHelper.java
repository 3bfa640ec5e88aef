package org.graalvisor.script.helper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads granted files. Symbolic links are resolved first, so that none leads out of what is granted. */
final class FileHelper {
    /** Largest file read; an isolate's budget usually ends earlier. */
    private static final int MAX_FILE_BYTES = 256 << 20;

    private final List<String> granted;

    /**
     * @param granted absolute paths of files and directories
     */
    FileHelper(List<String> granted) {
        this.granted = granted;
    }

    byte[] read(Arguments arguments) {
        Path path = resolve(arguments.text(0, "path"));
        // Anything else, such as a pipe or a device, might never end.
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new HelperException(path + " is no regular file");
        }
        try (InputStream input = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = input.readNBytes(MAX_FILE_BYTES + 1);
            if (bytes.length > MAX_FILE_BYTES) {
                throw new HelperException(path + " is longer than " + MAX_FILE_BYTES + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    List<String> list(Arguments arguments) {
        Path path = resolve(arguments.text(0, "path"));
        try (Stream<Path> entries = Files.list(path)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    private Path resolve(String text) {
        Path path = absolute(text);
        try {
            Path real = path.toRealPath();
            for (String root : granted) {
                Path realRoot = existing(Path.of(root));
                if (real.startsWith(realRoot)) {
                    return real;
                }
            }
        } catch (IOException e) {
            // Outside what is granted, whether a file exists is not told.
            if (granted.stream().anyMatch(root -> path.normalize().startsWith(Path.of(root).normalize()))) {
                throw failed(path, e);
            }
        }
        throw new HelperException("'" + text + "' is not granted; granted are " + String.join(", ", granted)
                + "; register the function with allow=read:/path to grant more");
    }

    private static Path absolute(String text) {
        try {
            Path path = Path.of(text);
            if (path.isAbsolute()) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw new HelperException("'" + text + "' is no path: " + e.getReason());
        }
        throw new HelperException("'" + text + "' is no absolute path");
    }

    private static Path existing(Path root) throws IOException {
        return Files.exists(root) ? root.toRealPath() : root;
    }

    private static HelperException failed(Path path, IOException cause) {
        return new HelperException(cause instanceof NoSuchFileException
                ? "there is no file " + path
                : path + " cannot be read: " + cause);
    }
}
