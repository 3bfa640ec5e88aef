package org.graalvisor.harness.platform;

import java.io.File;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A virtual machine and what it runs.
 *
 * @param launcher absolute path of the java command
 * @param classPath class path with every module of this project
 */
public record JavaInstallation(Path launcher, String classPath) {

    /** Returns the virtual machine and the class path of this process. */
    public static JavaInstallation ofThisProcess() {
        String absolute = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        return new JavaInstallation(Path.of(System.getProperty("java.home"), "bin", "java"), absolute);
    }
}
