package org.graalvisor.harness.build;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.graalvisor.action.ActionHost;
import org.graalvisor.action.build.ActionJar;
import org.graalvisor.toolchain.FunctionEntry;

/** Libraries of OpenWhisk actions written in Java: any class of the jar can be the entry point, as it can in a jar. */
public final class ActionLibraries {
    private static final FunctionEntry ENTRY = new FunctionEntry(ActionHost.class.getName(), "main");

    private final Images images;

    /**
     * @param images builds the libraries
     */
    public ActionLibraries(Images images) {
        this.images = images;
    }

    /**
     * Compiles an action, or takes it from the image cache.
     *
     * @param name of the library without ending
     * @param jar the action's jar
     * @param libraries jars the action needs; Gson is there
     * @param options further {@code native-image} options
     * @throws org.graalvisor.toolchain.ToolchainException when it cannot be built
     */
    public Path compile(String name, Path jar, List<Path> libraries, List<String> options) {
        return prepared(jar, libraries, classPath -> images.function(name, classPath, ENTRY, options));
    }

    /** Whether {@link #compile} would return at once. */
    public boolean isCached(String name, Path jar, List<Path> libraries, List<String> options) {
        return prepared(jar, libraries, classPath -> images.hasFunction(name, classPath, ENTRY, options));
    }

    private static <T> T prepared(Path jar, List<Path> libraries, Function<List<Path>, T> use) {
        try {
            Path directory = Files.createTempDirectory("graalvisor-action-");
            Path prepared = directory.resolve("action.jar");
            try {
                ActionJar.prepare(jar, prepared);
                List<Path> classPath = new ArrayList<>(List.of(JarOf.type(ActionHost.class), prepared, JarOf.type(
                        JsonObject.class)));
                classPath.addAll(libraries);
                return use.apply(classPath);
            } finally {
                Files.deleteIfExists(prepared);
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare the action " + jar + ": " + e.getMessage(), e);
        }
    }
}
