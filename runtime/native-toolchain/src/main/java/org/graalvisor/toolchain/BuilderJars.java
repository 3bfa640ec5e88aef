package org.graalvisor.toolchain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Native Image builder as its jars lie on Maven Central; the build of this module copies them into one directory.
 *
 * @param directory that holds them
 * @param modulePath jars of the builder and of the SDK: they must be in the boot layer
 * @param compiler the Graal compiler, which replaces the JDK's empty module of the same name
 */
record BuilderJars(Path directory, List<Path> modulePath, Path compiler) {
    private static final String INSTALL = "; run 'mvn -pl runtime/native-toolchain process-resources', which copies them there";

    static BuilderJars in(Path directory) {
        List<Path> jars;
        try (Stream<Path> files = Files.list(directory)) {
            jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new ToolchainException("the jars of the Native Image builder are not in " + directory + INSTALL, e);
        }
        Path compiler = find(directory, jars, "compiler");
        List<Path> modulePath = jars.stream().filter(jar -> !jar.equals(compiler)).toList();
        return new BuilderJars(directory, modulePath, compiler);
    }

    /** The jar of one artifact, by its name without version. */
    Path jar(String artifact) {
        return find(directory, modulePath, artifact);
    }

    List<Path> all() {
        return Stream.concat(modulePath.stream(), Stream.of(compiler)).sorted().toList();
    }

    private static Path find(Path directory, List<Path> jars, String artifact) {
        return jars.stream().filter(jar -> jar.getFileName().toString().matches(artifact + "-\\d.*\\.jar")).findFirst()
                .orElseThrow(() -> new ToolchainException("no jar of '" + artifact + "' in " + directory + INSTALL));
    }
}
