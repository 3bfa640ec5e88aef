package org.graalvisor.harness.build;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.graalvisor.function.JsonFunction;
import org.graalvisor.program.ScriptLanguage;
import org.graalvisor.toolchain.BuildListener;
import org.graalvisor.toolchain.Builders;
import org.graalvisor.toolchain.FunctionCompiler;
import org.graalvisor.toolchain.FunctionEntry;
import org.graalvisor.toolchain.ImageBuilder;
import org.graalvisor.toolchain.ImageCache;
import org.graalvisor.toolchain.ImageRequest;
import org.graalvisor.toolchain.NativeToolchain;

/** Every native image of this project, built when asked for and taken from the cache afterwards. */
public final class Images {
    private final NativeToolchain toolchain;
    private final FunctionCompiler compiler;
    private final Path functionJars;

    private Images(NativeToolchain toolchain, FunctionCompiler compiler, Path functionJars) {
        this.toolchain = toolchain;
        this.compiler = compiler;
        this.functionJars = functionJars;
    }

    /**
     * Finds or assembles the Native Image builder.
     *
     * @param environment variables of this process
     * @param builderJars directory of the builder's jars
     * @param listener hears of the progress of builds
     * @throws org.graalvisor.toolchain.ToolchainException when nothing can be built here
     */
    public static Images of(Map<String, String> environment, Path builderJars, BuildListener listener) {
        Path cache = ImageCache.defaultRoot();
        ImageBuilder builder = new Builders(environment, builderJars, cache).find();
        NativeToolchain toolchain = new NativeToolchain(builder, new ImageCache(cache), listener);
        return new Images(toolchain,
                new FunctionCompiler(toolchain, JarOf.type(JsonFunction.class), cache.resolve("adapters")),
                cache.resolve("functions"));
    }

    /** For people: what builds the images. */
    public String builder() {
        return toolchain.description();
    }

    /** Builds the runtime's executable. */
    public Path runtime() {
        return toolchain.build(RuntimeImage.request());
    }

    /** Whether {@link #runtime} would return at once. */
    public boolean hasRuntime() {
        return toolchain.isCached(RuntimeImage.request());
    }

    /** Whether {@link #function(String, List, FunctionEntry, List)} would return at once. */
    public boolean hasFunction(String name, List<Path> classPath, FunctionEntry entry, List<String> options) {
        return toolchain.isCached(compiler.request(name, classPath, entry, options));
    }

    /**
     * Builds the library of script languages, which takes many minutes.
     *
     * @param languages one, or several for functions written in all of them
     * @param quick whether it only has to work, not to be fast
     * @throws org.graalvisor.toolchain.ToolchainException when memory is too small, or the build fails
     */
    public Path scriptLibrary(Set<ScriptLanguage> languages, boolean quick) {
        LanguageImage measured = LanguageImage.of(languages);
        LanguageImage image = quick ? measured.quick() : measured;
        ImageRequest request = image.request();
        if (!toolchain.isCached(request)) {
            BuildMemory.require(request.fileName(), image.neededBytes(), Path.of("/proc/meminfo"));
        }
        return toolchain.build(request);
    }

    /** Builds the library of a script language as it is measured. */
    public Path scriptLibrary(ScriptLanguage language) {
        return scriptLibrary(Set.of(language), false);
    }

    /** Whether {@link #scriptLibrary(ScriptLanguage)} would return at once. */
    public boolean hasScriptLibrary(ScriptLanguage language) {
        return hasScriptLibrary(Set.of(language));
    }

    /** Whether {@link #scriptLibrary(Set, boolean)} would return at once with what is measured. */
    public boolean hasScriptLibrary(Set<ScriptLanguage> languages) {
        return toolchain.isCached(LanguageImage.of(languages).request());
    }

    /** The functions that can be compiled. */
    public static List<String> functions() {
        return FunctionSource.ALL.stream().map(FunctionSource::name).toList();
    }

    /**
     * Builds the library of one of this project's functions.
     *
     * @param name one of {@link #functions()}
     */
    public Path function(String name) {
        return toolchain.build(request(source(name)));
    }

    /**
     * Builds the library of any function.
     *
     * @param name of the library without ending
     * @param classPath the function's jar and what it needs
     * @param entry its static method
     * @param options further {@code native-image} options
     */
    public Path function(String name, List<Path> classPath, FunctionEntry entry, List<String> options) {
        return compiler.compile(name, classPath, entry, options);
    }

    /** Tells what {@link #runtime} would return, without building it. */
    PlannedImage plannedRuntime() {
        return planned(RuntimeImage.request());
    }

    /** Tells what {@link #scriptLibrary(ScriptLanguage)} would return, without building it. */
    PlannedImage plannedScriptLibrary(ScriptLanguage language) {
        return planned(LanguageImage.of(Set.of(language)).request());
    }

    /** Tells what {@link #function(String)} would return, without building it. */
    PlannedImage plannedFunction(String name) {
        return planned(request(source(name)));
    }

    private PlannedImage planned(ImageRequest request) {
        return new PlannedImage(toolchain.location(request), toolchain.isCached(request));
    }

    /**
     * Images that are not in the cache yet.
     *
     * @param languages script languages whose libraries are wanted
     */
    public List<String> missing(Set<ScriptLanguage> languages) {
        Stream<ImageRequest> all = Stream.of(Stream.of(RuntimeImage.request()), FunctionSource.ALL.stream().map(
                this::request), languages.stream().map(language -> LanguageImage.of(Set.of(language)).request()))
                .flatMap(
                        Function.identity());
        return all.filter(request -> !toolchain.isCached(request)).map(ImageRequest::fileName).toList();
    }

    private ImageRequest request(FunctionSource source) {
        return compiler.request(source.name(), source.classPath(functionJars), source.entry(), source.code()
                .imageOptions());
    }

    private static FunctionSource source(String name) {
        return FunctionSource.ALL.stream().filter(source -> source.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no function '" + name + "'; known: " + functions()));
    }
}
