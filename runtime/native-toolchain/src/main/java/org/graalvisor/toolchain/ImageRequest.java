package org.graalvisor.toolchain;

import java.nio.file.Path;
import java.util.List;

/**
 * A native image to build.
 *
 * @param name file name of the image without ending
 * @param kind program or shared library
 * @param classPath jars and directories, each hashed by content
 * @param mainClass of an {@link Kind#EXECUTABLE}; empty for a library
 * @param options public options as {@code native-image} documents them ({@code --features=…}, {@code -H:…}, {@code -D…})
 */
public record ImageRequest(String name, Kind kind, List<Path> classPath, String mainClass, List<String> options) {

    /** What a native image can be. */
    public enum Kind {
        /** A program. */
        EXECUTABLE(""),
        /** A shared library, which exports its {@code @CEntryPoint} methods. */
        SHARED_LIBRARY(".so");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }
    }

    public ImageRequest {
        classPath = List.copyOf(classPath);
        options = List.copyOf(options);
    }

    /** Name of the file the build leaves behind. */
    public String fileName() {
        return name + kind.ending;
    }
}
