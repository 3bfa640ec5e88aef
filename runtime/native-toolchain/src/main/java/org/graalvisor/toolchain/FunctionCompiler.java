package org.graalvisor.toolchain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compiles a plain Java function ahead of time to the shared library a Graalvisor runtime takes as its code. */
public final class FunctionCompiler {
    private final NativeToolchain toolchain;
    private final Path functionApi;
    private final Path adapters;

    /**
     * @param toolchain builds the image
     * @param functionApi jar or class directory of the function-api module
     * @param adapters directory for generated adapter classes, kept so that equal functions stay equal files
     */
    public FunctionCompiler(NativeToolchain toolchain, Path functionApi, Path adapters) {
        this.toolchain = toolchain;
        this.functionApi = functionApi;
        this.adapters = adapters;
    }

    /**
     * Compiles a function, or takes it from the image cache.
     *
     * @param name of the library without ending
     * @param classPath the function's jar first, then what it needs
     * @param entry its static method {@code String → String}
     * @param options further {@code native-image} options
     * @return the shared library in the image cache
     * @throws ToolchainException when there is no such method, or the image cannot be built
     */
    public Path compile(String name, List<Path> classPath, FunctionEntry entry, List<String> options) {
        return toolchain.build(request(name, classPath, entry, options));
    }

    /** The image that {@link #compile} builds. */
    public ImageRequest request(String name, List<Path> classPath, FunctionEntry entry, List<String> options) {
        entry.requireIn(classPath);
        List<Path> everything = new ArrayList<>(List.of(functionApi, FunctionAdapter.of(entry).writeTo(adapters)));
        everything.addAll(classPath);
        List<String> all = new ArrayList<>(List.of("--features=org.graalvisor.function.FunctionFeature",
                "-Dgraalvisor.function=" + FunctionAdapter.CLASS_NAME));
        all.addAll(FunctionImageOptions.OPTIONS);
        all.addAll(options);
        return new ImageRequest(name, ImageRequest.Kind.SHARED_LIBRARY, everything, "", all);
    }
}
