package org.graalvisor.harness.oci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The layers of a runtime's image, those that change least often lowest: what the C library needs, the script libraries, the
 * runtime. There is no distribution below them.
 *
 * @param runtime the native executable
 * @param libraries script libraries by their language's name in the runtime's options; files that lie beside them belong to
 *            them
 */
public record RuntimeLayers(Path runtime, Map<String, Path> libraries) {
    /** Where everything but the C library lies in the image. */
    public static final String HOME = "/opt/graalvisor";
    private static final int ANYBODY_MAY_WRITE = 01777;
    /** By-products of the builder that no running program reads. */
    private static final String NOT_NEEDED = ".*\\.(h|log|txt|json|arguments)";

    /** Copies the libraries. */
    public RuntimeLayers {
        libraries = Map.copyOf(libraries);
    }

    /**
     * The layers, lowest first.
     *
     * @throws IOException when a file cannot be read
     */
    public List<LayerContent> layers() throws IOException {
        List<Path> programs = new ArrayList<>(List.of(runtime));
        programs.addAll(libraries.values());
        List<LayerContent> layers = new ArrayList<>();
        layers.add(new LayerContent("C library and dynamic linker", SharedLibraries.of(programs), Map.of("/tmp",
                ANYBODY_MAY_WRITE, "/proc", 0555)));
        for (Map.Entry<String, Path> library : new TreeMap<>(libraries).entrySet()) {
            layers.add(new LayerContent("functions in " + library.getKey(), beside(library.getValue()), Map.of()));
        }
        layers.add(new LayerContent("runtime", Map.of(HOME + "/" + runtime.getFileName(), runtime), Map.of()));
        return layers;
    }

    /** The program and its arguments in the image, up to options of the user. */
    public List<String> entryPoint() {
        List<String> words = new ArrayList<>(List.of(HOME + "/" + runtime.getFileName(), "--host", "0.0.0.0"));
        new TreeMap<>(libraries).forEach((language, library) -> words.addAll(List.of("--" + language + "-library", home(
                library) + "/" + library.getFileName())));
        return List.copyOf(words);
    }

    private static String home(Path library) {
        return HOME + "/" + Optional.ofNullable(library.getFileName()).map(Path::toString).orElseThrow().replaceFirst(
                "\\.so$", "");
    }

    private static Map<String, Path> beside(Path library) throws IOException {
        Path directory = library.toAbsolutePath().getParent();
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(directory)) {
            found.filter(Files::isRegularFile).filter(file -> file.equals(library.toAbsolutePath()) || !(directory
                    .equals(file.getParent()) && file.getFileName().toString().matches(NOT_NEEDED))).forEach(
                            file -> files.put(home(library) + "/" + directory.relativize(file), file));
        }
        return files;
    }
}
