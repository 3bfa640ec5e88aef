package org.graalvisor.harness.platform;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds executables by name.
 *
 * @param directories where to look, in this order
 */
public record ExecutableFinder(List<Path> directories) {

    /** Copies the list. */
    public ExecutableFinder {
        directories = List.copyOf(directories);
    }

    /** Returns a finder for PATH, then the administrators' directories that PATH often lacks. */
    public static ExecutableFinder ofThisMachine() {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return new ExecutableFinder(Stream.concat(
                Stream.of(path.split(File.pathSeparator, -1)).filter(entry -> !entry.isEmpty()).map(Path::of),
                Stream.of(Path.of("/usr/local/sbin"), Path.of("/usr/sbin"), Path.of("/sbin"))).toList());
    }

    /**
     * Finds one executable.
     *
     * @param name file name
     * @return its absolute path, or nothing
     */
    public Optional<Path> find(String name) {
        return directories.stream().map(directory -> directory.resolve(name).toAbsolutePath())
                .filter(Files::isRegularFile).filter(Files::isExecutable).findFirst();
    }
}
