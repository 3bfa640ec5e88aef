package org.graalvisor.toolchain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Java Development Kit.
 *
 * @param home its directory
 * @param version its full version, such as {@code 25.0.3+9-LTS}
 */
public record Jdk(Path home, String version) {

    /** The JDK this process runs on. */
    public static Jdk running() {
        return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().toString());
    }

    /** Text of the {@code release} file, which identifies the exact build. */
    String release() {
        try {
            return Files.readString(home.resolve("release"));
        } catch (IOException e) {
            throw new ToolchainException("no readable file 'release' in " + home + "; is it a whole JDK 25?", e);
        }
    }

    Path sharedObject(String name) {
        return home.resolve("lib").resolve(name);
    }
}
