package org.graalvisor.workloads.catalogue.code;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Some files of one jar, or of one directory of classes.
 *
 * @param location of the jar or directory
 * @param prefixes what the names of the wanted files begin with, such as {@code org/example/}
 * @param suffix what they end with
 * @param inImages whether an ahead-of-time compiled function takes them too; the builder brings some classes itself
 */
public record JarPart(Path location, List<String> prefixes, String suffix, boolean inImages) {

    private static final String CLASS = ".class";

    public JarPart {
        prefixes = List.copyOf(prefixes);
    }

    /**
     * Classes of one package, each with the classes nested in it.
     *
     * @param first one of them, which decides the jar
     * @param others simple names of others
     */
    public static JarPart classes(Class<?> first, String... others) {
        String directory = first.getPackageName().replace('.', '/') + "/";
        List<String> prefixes = Stream.concat(Stream.of(first.getSimpleName()), Arrays.stream(others)).flatMap(
                name -> Stream.of(directory + name + CLASS, directory + name + "$")).toList();
        return new JarPart(locationOf(first), prefixes, CLASS, true);
    }

    /**
     * The classes of a package and those below it.
     *
     * @param anchor any class of its jar
     * @param name of the package, such as {@code org.example}
     */
    public static JarPart packages(Class<?> anchor, String name) {
        return new JarPart(locationOf(anchor), List.of(name.replace('.', '/') + "/"), CLASS, true);
    }

    /**
     * Other files.
     *
     * @param anchor any class of their jar
     * @param directory they are in, with a slash at the end
     */
    public static JarPart files(Class<?> anchor, String directory) {
        return new JarPart(locationOf(anchor), List.of(directory), "", true);
    }

    /** The same files, which only HotSpot needs. */
    public JarPart onHotSpotOnly() {
        return new JarPart(location, prefixes, suffix, false);
    }

    boolean includes(String file) {
        return file.endsWith(suffix) && prefixes.stream().anyMatch(file::startsWith);
    }

    private static Path locationOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path entry of " + type + " has no usable location", e);
        }
    }
}
